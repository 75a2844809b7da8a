// Keys act only when the focus is on the page itself or the time bar, and can be switched off.
const KEYS = {
  PageDown: { do: 'cue', by: 1 }, PageUp: { do: 'cue', by: -1 }, p: { do: 'stage' }, l: { do: 'large' }, x: { do: 'swap' }, r: { do: 'replay' },
  t: { do: 'runs' }, z: { do: 'zoom' }, u: { do: 'undo' }, y: { do: 'redo' }, '?': { do: 'panel', panel: 'keys' },
};
const TYPING = 'input:not([type=range]), select, textarea, [contenteditable]';

function keyAction(event, view) {
  if (!view.keys || event.ctrlKey || event.metaKey || event.altKey) return null;
  const onTime = event.target.closest && event.target.closest('.tc-time');
  const onPage = event.target === document.body || !event.target.closest('button, input, select, summary, a, [tabindex="0"]');
  const remote = event.key === 'PageDown' || event.key === 'PageUp';
  if (event.target.matches && event.target.matches(TYPING)) return null;
  if (remote) return view.mode === 'debate' ? KEYS[event.key] : null;
  if (event.key === ' ') return onPage || onTime ? { do: 'toggle' } : null;
  if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') return onPage ? { do: 'step', by: event.key === 'ArrowRight' ? 1 : -1 } : null;
  if (event.key === 'b') return { do: 'blank' };
  return KEYS[event.key] || null;
}
