// Scripts that run in a page before its own: they count, record, or make things throw.

// Remembers every class of <html>, every layout shift and every report of the content security policy, with its time.
export function watchPage() {
  const seen = { skins: [], shifts: [], violations: [] };
  Object.defineProperty(globalThis, '__seen', { value: seen });
  const note = () => {
    const root = document.documentElement;
    const last = seen.skins.at(-1);
    if (root && root.className !== last?.name) seen.skins.push({ name: root.className, at: performance.now() });
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.shifts.push({ value: entry.value, at: entry.startTime, after_input: entry.hadRecentInput });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`${event.violatedDirective}: ${event.blockedURI || event.sample}`);
  });
}

// Counts animation frames and calls into WebGL in `__idle`; `__idle.reset()` starts again.
export function countWork() {
  const idle = { frames: 0, gl: 0, timers: 0, names: {}, reset() { Object.assign(idle, { frames: 0, gl: 0, timers: 0, names: {} }); } };
  Object.defineProperty(globalThis, '__idle', { value: idle });
  const nativeFrame = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = function requestAnimationFrame(callback) {
    return nativeFrame.call(globalThis, (time) => {
      ++idle.frames;
      callback(time);
    });
  };
  for (const type of [globalThis.WebGL2RenderingContext, globalThis.WebGLRenderingContext]) {
    for (const name of Object.getOwnPropertyNames(type.prototype)) {
      const { value, writable } = Object.getOwnPropertyDescriptor(type.prototype, name);
      if (typeof value !== 'function' || !writable || name === 'constructor') continue;
      type.prototype[name] = function counted(...args) {
        ++idle.gl;
        idle.names[name] = (idle.names[name] ?? 0) + 1;
        return value.apply(this, args);
      };
    }
  }
}

// Whoever asks the browser to measure text or boxes gets an exception, and is written down in `__asked`.
// The window and the root's clientWidth stay: they are what the engine lays out in.
export function forbidMeasuring() {
  const asked = [];
  Object.defineProperty(globalThis, '__asked', { value: asked });
  const refuse = (what) => {
    asked.push(what);
    throw new Error(`the engine is the judge, not ${what}`);
  };
  const forbidMethod = (type, name) => {
    type.prototype[name] = function forbidden() { refuse(`${type.name}.${name}`); };
  };
  const forbidGetter = (type, name) => {
    const { get } = Object.getOwnPropertyDescriptor(type.prototype, name);
    Object.defineProperty(type.prototype, name, {
      configurable: true,
      get() {
        const isRoot = this === document.documentElement || this.previousElementSibling?.localName === 'canvas';
        if (isRoot && /^client(Width|Height)$/.test(name)) return get.call(this);
        return refuse(`${type.name}.${name}`);
      },
    });
  };
  for (const name of Object.getOwnPropertyNames(Range.prototype)) {
    if (typeof Object.getOwnPropertyDescriptor(Range.prototype, name).value === 'function' && name !== 'constructor') {
      forbidMethod(Range, name);
    }
  }
  for (const type of [globalThis.CanvasRenderingContext2D, globalThis.OffscreenCanvasRenderingContext2D]) forbidMethod(type, 'measureText');
  for (const name of ['getClientRects', 'getBoundingClientRect']) forbidMethod(Element, name);
  for (const name of ['clientWidth', 'clientHeight', 'clientLeft', 'clientTop', 'scrollWidth', 'scrollHeight']) forbidGetter(Element, name);
  for (const name of ['offsetWidth', 'offsetHeight', 'offsetLeft', 'offsetTop', 'offsetParent']) forbidGetter(HTMLElement, name);
  for (const name of ['getBBox', 'getScreenCTM']) forbidMethod(SVGGraphicsElement, name);
}

// No page gets a WebGL context.
export function forbidWebgl() {
  for (const type of [globalThis.HTMLCanvasElement, globalThis.OffscreenCanvas]) {
    const original = type.prototype.getContext;
    type.prototype.getContext = function getContext(kind, ...rest) {
      return /webgl|webgpu/.test(kind) ? null : original.call(this, kind, ...rest);
    };
  }
}

// Keeps the context of the page's canvas, so that a test can take the GPU away.
export function keepContext() {
  const original = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function getContext(kind, ...rest) {
    const context = original.call(this, kind, ...rest);
    if (kind === 'webgl2' && this.isConnected) globalThis.__context = context;
    return context;
  };
}
