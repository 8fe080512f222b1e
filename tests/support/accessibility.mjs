// Two judges of accessibility: axe-core on the DOM, and our own on the tree that assistive technology gets.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// Sentences, one for each violation. The page must come from a context with `bypassCSP`: axe needs its own script.
export async function axeViolations(page, { rules = {} } = {}) {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.addScriptTag({ content: axeSource });
  const { violations } = await page.evaluate((rules) => globalThis.axe.run(document, { rules, resultTypes: ['violations'] }), rules);
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.length}: ${nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')})`);
}

// Which properties of the accessibility tree say the state of a role.
const stateOf = {
  radio: ['checked'], checkbox: ['checked'], button: ['focusable'], link: ['focusable'], textbox: ['focusable', 'editable'],
  combobox: ['focusable', 'expanded'], searchbox: ['focusable', 'editable'], switch: ['checked'], tab: ['selected'],
};

export async function axTree(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes.filter((node) => !node.ignored).map((node) => ({
    id: node.backendDOMNodeId, role: node.role?.value ?? '', name: (node.name?.value ?? '').trim(),
    states: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
  }));
}

const interactiveElements = 'a[href], button, input:not([type=hidden]), textarea, select, summary, [tabindex="0"]';

function* descendants(node) {
  for (const child of node.children ?? []) {
    yield child;
    yield* descendants(child);
  }
}

const attributesOf = ({ attributes = [] }) =>
  Object.fromEntries(Array.from({ length: attributes.length / 2 }, (_, index) => [attributes[index * 2], attributes[index * 2 + 1]]));

// The backend ids of the elements that a person can operate, with what they are for a message.
async function interactiveDom(page) {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: interactiveElements });
  await session.detach();
  const nodes = new Map([...descendants(root)].map((node) => [node.nodeId, node]));
  return nodeIds.map((id) => {
    const node = nodes.get(id);
    const attributes = attributesOf(node);
    const detail = attributes.name ? `name=${attributes.name} value=${attributes.value ?? ''}` : attributes.href ?? '';
    return { id: node.backendNodeId, what: `<${node.localName} class=${attributes.class ?? ''} ${detail}>` };
  });
}

// Sentences: every element that a person can operate must reach assistive technology with a role, a name and its state.
export async function unnamed(page) {
  const tree = new Map((await axTree(page)).map((node) => [node.id, node]));
  const elements = await interactiveDom(page);
  if (elements.length === 0) return ['the page has nothing to operate'];
  return elements.flatMap(({ id, what }) => {
    const node = tree.get(id);
    if (!node) return [`${what} is not in the accessibility tree`];
    const missing = (stateOf[node.role] ?? []).filter((state) => !(state in node.states));
    return [
      ...(node.role in stateOf ? [] : [`${what} has the role "${node.role}"`]),
      ...(node.name ? [] : [`${what} has no name`]),
      ...missing.map((state) => `${what} does not tell "${state}"`),
    ];
  });
}
