// Runs in the page before Streamlit does and keeps three things: when the words last changed, when anything in the
// content last changed, and when the server last said something. `mpReady` is put in front of it by bench/measure.py.
(() => {
  const QUIET = 150; // ms without a change before a page counts as finished; the time reported is that of the change
  const CONTENT = '[data-testid="stMain"], [data-testid="stSidebar"]';
  const state = { start: 0, armed: false, words: 0, drawn: 0, heard: 0, text: null };
  const now = () => performance.now();
  const laidOut = (element) => element.getClientRects().length > 0;

  // What a visitor reads first: the title and our tiles, as far as they have a place on the page.
  const words = () => {
    const title = document.querySelector('[data-testid="stMain"] h1');
    if (!title || !laidOut(title)) return null;
    const tiles = [...document.querySelectorAll('[data-testid="stMain"] .mp-tegel')].filter(laidOut);
    return [title, ...tiles].map((element) => element.textContent).join('\u0001');
  };

  let asked = false;
  const lookAtWords = () => {
    asked = false;
    const text = words();
    if (text !== state.text) {
      state.text = text;
      state.words = now();
    }
  };
  const touched = () => {
    state.drawn = now();
    if (!asked) {
      asked = true;
      requestAnimationFrame(lookAtWords);
    }
  };

  const inContent = (mutation) => {
    const target = mutation.target.nodeType === 1 ? mutation.target : mutation.target.parentElement;
    if (target && target.closest(CONTENT)) return true;
    return [...mutation.addedNodes].some((node) => node.nodeType === 1 && (node.matches(CONTENT) || node.querySelector(CONTENT)));
  };
  const observe = (mutations) => {
    if (mutations.some(inContent)) touched();
  };
  new MutationObserver(observe).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });

  // A canvas changes without the document changing.
  const canvas = CanvasRenderingContext2D.prototype;
  for (const name of ['stroke', 'fill', 'fillText', 'clearRect', 'fillRect', 'drawImage']) {
    const original = canvas[name];
    canvas[name] = function (...values) {
      touched();
      return original.apply(this, values);
    };
  }

  // A script run of a few milliseconds never shows as "running" in the document; what the server sends always shows.
  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(...values) {
      super(...values);
      this.addEventListener('message', () => {
        state.heard = now();
      });
    }
  };

  // The clock of an action starts when the visitor's finger leaves the button, before any code of the page knows it.
  const begin = () => {
    if (state.armed) Object.assign(state, { armed: false, start: now(), words: 0, drawn: 0, heard: 0 });
  };
  for (const kind of ['pointerup', 'keydown']) window.addEventListener(kind, begin, { capture: true });

  window.mpProbe = {
    arm: () => {
      state.armed = true;
    },
    // Resolves with the two times since the start, once the server has answered and all is quiet.
    settled: (patience) =>
      new Promise((resolve, reject) => {
        const end = now() + patience;
        const since = (moment) => (moment > 0 ? moment - state.start : null);
        const look = () => {
          const answered = !state.armed && state.heard > 0 && state.drawn > 0;
          if (answered && now() - Math.max(state.heard, state.drawn) > QUIET && window.mpReady()) {
            resolve({ words: since(state.words), drawn: since(state.drawn) });
          } else if (now() > end) {
            reject(new Error(`page not finished: ${JSON.stringify({ ...state, ready: window.mpReady() })}`));
          } else setTimeout(look, 25);
        };
        look();
      }),
  };
})();
