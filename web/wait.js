// Holds the first paint back until the faces are here that the shell asks for ahead: a face that came later would move
// lines. Only for so long; whoever has a slower network reads in a face of the machine until then.

const limit = 1300; // ms after the page was asked for

const root = document.documentElement;
const left = limit - performance.now();
const ahead = [...document.querySelectorAll('link[rel=preload][as=font]')].map((link) => link.getAttribute('href') ?? '');
// The style sheet names the faces in the order of the manifest.
const awaited = [...document.fonts].filter((face, i) => face.status !== 'loaded' && ahead.includes(RIHAB_FACE_ADDRESSES[i]));

const show = () => root.style.removeProperty('visibility');

if (left > 0 && awaited.length > 0) {
  root.style.setProperty('visibility', 'hidden');
  setTimeout(show, left);
  Promise.all(awaited.map((face) => face.load())).then(show, show);
}

