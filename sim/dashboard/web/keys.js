// Keys act only when the focus is on the page itself or the time bar, and can be switched off.
const KEYS = {
  PageDown: { do: 'cue', by: 1 },
  PageUp: { do: 'cue', by: -1 },
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
const REMOTE = ['PageDown', 'PageUp']; // of a presentation remote
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };
const TYPING = 'input:not([type=range]), select, textarea, [contenteditable]';
const PRESSABLE = 'button, input, select, summary, a, [tabindex="0"]';

// The action that a key asks for, null for none.
export function keyAction(event, view) {
  const { key, target } = event;
  if (!view.keys || event.ctrlKey || event.metaKey || event.altKey) return null;
  const inside = selector => Boolean(target.closest?.(selector)); // the document itself is inside nothing
  if (target.matches?.(TYPING)) return null;
  if (REMOTE.includes(key)) return view.mode === 'debate' ? KEYS[key] : null;
  const onPage = !inside(PRESSABLE);
  if (key === ' ') return onPage || inside('.tc-time') ? { do: 'toggle' } : null;
  if (Object.hasOwn(STEPS, key)) return onPage ? { do: 'step', by: STEPS[key] } : null;
  return Object.hasOwn(KEYS, key) ? KEYS[key] : null;
}
