// A lever's slider speaks at most every so often while it moves, and always says its last word.
const BETWEEN_WORDS = 120; // ms

function makeSpeaker(say) {
  let timer = null;
  let last = 0;
  return data => {
    clearTimeout(timer);
    const wait = Math.max(0, BETWEEN_WORDS - (performance.now() - last));
    timer = setTimeout(() => { last = performance.now(); say(data); }, wait);
  };
}
