// Reads the few things of printed HTML that tests of the server ask for.

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
export const decodeText = (text) => text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity]);

// [{ name, attributes, at, end }] of every start tag.
export function* tags(html) {
  for (const match of html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g)) {
    const attributes = {};
    for (const [, name, value] of match[2].matchAll(/([a-z-]+)(?:="([^"]*)")?/g)) attributes[name] = decodeText(value ?? '');
    yield { name: match[1], attributes, at: match.index, end: match.index + match[0].length };
  }
}

export const find = (html, test) => [...tags(html)].find(test);

// The text of an element without markup; elements of the same name must not nest in it.
export function textOf(html, test) {
  const tag = find(html, test);
  if (!tag) return undefined;
  const inner = html.slice(tag.end, html.indexOf(`</${tag.name}>`, tag.end));
  return decodeText(inner.replace(/<[^>]*>/g, ''));
}

export const visibleText = (html) => decodeText(html.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '\u0001'))
  .replace(/\u0001+/g, ' ');

export const title = (html) => decodeText(html.match(/<title>([^<]*)<\/title>/)?.[1] ?? '');

// The HTML between the tags of the form whose attributes `holds` says yes to; nothing where there is none.
export function formHtml(html, holds) {
  const form = find(html, (tag) => tag.name === 'form' && holds(tag.attributes));
  return form && html.slice(form.end, html.indexOf('</form>', form.end));
}

// What a form sends as it stands, without its buttons: { name: value }. `inner` is what `formHtml` gives.
export function formFields(inner) {
  const fields = {};
  for (const { name, attributes, end } of tags(inner)) {
    if (!attributes.name) continue;
    const isChoice = attributes.type === 'radio' || attributes.type === 'checkbox';
    if (name === 'input' && (!isChoice || 'checked' in attributes)) fields[attributes.name] = attributes.value ?? '';
    // The parser drops a line end that begins it.
    if (name === 'textarea') fields[attributes.name] = decodeText(inner.slice(end, inner.indexOf('</textarea>', end)).replace(/^\n/, ''));
  }
  return fields;
}

// What the rating form of a page holds.
export function formValues(html) {
  const all = [...tags(html)];
  const inputs = (name) => all.filter((tag) => tag.name === 'input' && tag.attributes.name === name);
  const chosen = (name) => inputs(name).filter((tag) => 'checked' in tag.attributes).map((tag) => tag.attributes.value);
  const area = all.find((tag) => tag.name === 'textarea' && tag.attributes.name === 'text');
  const raw = area && html.slice(area.end, html.indexOf('</textarea>', area.end));
  return {
    level: chosen('level')[0], completed: chosen('completed')[0], reasons: chosen('reason'),
    text: raw === undefined ? undefined : decodeText(raw.replace(/^\n/, '')), key: inputs('key')[0]?.attributes.value,
  };
}

// [{ href, words }] of the summary of errors.
export function errorSummary(html) {
  const box = find(html, ({ attributes }) => attributes.id === 'errors');
  if (!box) return [];
  const list = html.slice(box.end, html.indexOf('</ul>', box.end));
  return [...tags(list)].filter(({ name }) => name === 'a').map((tag) => ({
    href: tag.attributes.href, words: decodeText(list.slice(tag.end, list.indexOf('</a>', tag.end)).replace(/<[^>]*>/g, '')),
  }));
}
