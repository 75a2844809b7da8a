// A drawing context that keeps what is drawn; a letter is half as wide as its font is high.
const MEASURE = 0.5;

export function recorder() {
  const drawn = [];
  const state = {};
  const kept = [];
  const record = (name, args) => drawn.push({ name, args, ...state });
  const own = {
    drawn,
    named: name => drawn.filter(one => one.name === name),
    texts: () => drawn.filter(one => one.name === 'fillText').map(one => String(one.args[0])),
    measureText: text => ({ width: String(text).length * fontSize(state.font) * MEASURE }),
    save: () => kept.push({ ...state }),
    restore: () => Object.assign(state, kept.pop()),
    setLineDash: dash => Object.assign(state, { lineDash: dash }),
  };
  return new Proxy(own, {
    get: (target, name) => target[name] ?? state[name] ?? ((...args) => record(name, args)),
    set: (_, name, value) => {
      state[name] = value;
      return true;
    },
  });
}

function fontSize(font) {
  return parseFloat(String(font).split(' ')[1]);
}

export const PEN = {
  cities: { A: 'colour-a', B: 'colour-b', C: 'colour-c', N: 'colour-n' },
  ramp: ['ramp-1', 'ramp-2', 'ramp-3', 'ramp-4', 'ramp-5'],
  diverging: ['diff-1', 'diff-2', 'diff-3', 'diff-4', 'diff-5'],
  ink: 'ink',
  soft: 'soft',
  line: 'line',
  ground: 'ground',
  past: 'past',
  empty: 'empty',
  river: 'river',
  font: 'sans-serif',
};
