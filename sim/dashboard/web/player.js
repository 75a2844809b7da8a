// Plays the weeks of a trajectory already in the browser: the server does nothing meanwhile.
const WEEKS_PER_SECOND = 52;
const YEAR = 52;
const LEAST_GAP = 18; // ms to rest between two pictures: thirty a second are enough, and leave room for others

function makePlayer(show, ended) {
  let request = null;
  let timer = null;
  const player = { start, stop };

  function start(from, last, speed, yearSteps) {
    stop();
    const begin = from >= last ? 0 : from;
    if (yearSteps) return stepYears(begin, last, speed);
    let previous = null;
    let week = begin;
    const tick = time => {
      if (previous !== null) week = Math.min(last, week + (time - previous) / 1000 * WEEKS_PER_SECOND * speed);
      previous = time;
      show(week);
      if (week < last) timer = setTimeout(() => { request = requestAnimationFrame(tick); }, LEAST_GAP);
      else { request = timer = null; ended(); }
    };
    request = requestAnimationFrame(tick);
  }

  // For people who asked for less motion: year by year.
  function stepYears(from, last, speed) {
    let week = from;
    show(week);
    timer = setInterval(() => {
      week = Math.min(last, (Math.floor(week / YEAR) + 1) * YEAR);
      show(week);
      if (week >= last) { stop(); ended(); }
    }, 1000 / speed);
  }

  function stop() {
    if (request) cancelAnimationFrame(request);
    clearTimeout(timer);
    clearInterval(timer);
    request = timer = null;
  }

  return player;
}
