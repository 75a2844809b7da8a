// Keys act only when the focus is on the page itself or the time bar, and can be switched off.
const KEYS = {
  b: { do: 'blank' },
  p: { do: 'stage' },
  l: { do: 'large' },
  x: { do: 'swap' },
  r: { do: 'replay' },
  t: { do: 'runs' },
  z: { do: 'zoom' },
  u: { do: 'undo' },
  y: { do: 'redo' },
  '?': { do: 'panel', panel: 'keys' },
};
const OF_DEBATE = { c: { do: 'curtain' }, v: { do: 'vote' } };
const ANSWERS = ['1', '2', '3', '4', '5', '6'];
const REMOTE = { PageDown: 1, PageUp: -1 }; // of a presentation remote
const ARROWS = { ArrowRight: 1, ArrowLeft: -1 };
const TYPING = 'input:not([type=range]), select, textarea, [contenteditable]';
const PRESSABLE = 'button, input, select, summary, a, [tabindex="0"]';
const PLAYS = ['r', ' '];

// The action that a key asks for, null for none. None is asked for while contact with the server is ``lost``: keys
// pressed meanwhile are not saved up. Under the curtain no key plays.
export function keyAction(event, view) {
  const { key, target } = event;
  if (!view.keys || view.lost || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (target.matches?.(TYPING)) return null;
  if (view.curtain && PLAYS.includes(key)) return null;
  const inside = selector => Boolean(target.closest?.(selector)); // the document itself is inside nothing
  const debate = view.mode === 'debate';
  if (Object.hasOwn(REMOTE, key)) return debate ? { do: 'step', by: REMOTE[key] } : turned(REMOTE[key], view);
  if (Object.hasOwn(ARROWS, key)) return arrow(ARROWS[key], debate, inside);
  if (key === ' ') return !inside(PRESSABLE) || inside('.tc-time') ? { do: 'toggle' } : null;
  if (debate && Object.hasOwn(OF_DEBATE, key)) return OF_DEBATE[key];
  if (ANSWERS.includes(key)) return { do: 'answer', number: Number(key) };
  return Object.hasOwn(KEYS, key) ? KEYS[key] : null;
}

// Elsewhere than in a debate the remote walks through the answers once one is open.
function turned(by, { answer }) {
  const number = answer + by;
  return answer && number >= 1 && number <= ANSWERS.length ? { do: 'answer', number } : null;
}

// In a debate an arrow is a step, elsewhere a week; on a slider it is the slider's.
function arrow(by, debate, inside) {
  if (inside('input')) return null;
  if (debate) return { do: 'step', by };
  return inside(PRESSABLE) ? null : { do: 'week', by };
}

const APART = 250; // ms: two presses closer together are one

// Tells a step that was meant from the second half of a double press, and from a key held down.
export class Steady {
  constructor(now = () => performance.now()) {
    this.now = now;
    this.last = -Infinity;
  }

  takes(action, event) {
    if (action.do !== 'step') return true;
    const time = this.now();
    if (event.repeat || time - this.last < APART) return false;
    this.last = time;
    return true;
  }
}
