// A slider speaks at most every so often while it moves, and always says its last word; each for itself.
const BETWEEN_WORDS = 120; // ms

function makeSpeaker(say) {
  const timers = {};
  const last = {};
  return data => {
    clearTimeout(timers[data.name]);
    const wait = Math.max(0, BETWEEN_WORDS - (performance.now() - (last[data.name] || -BETWEEN_WORDS)));
    timers[data.name] = setTimeout(() => { last[data.name] = performance.now(); say(data); }, wait);
  };
}
