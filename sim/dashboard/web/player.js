// Plays the weeks of a trajectory already in the browser: the server does nothing meanwhile.
const WEEKS_PER_SECOND = 52;
const YEAR = 52;
const LEAST_GAP = 18; // ms to rest between two pictures: thirty a second are enough, and leave room for others

export class Player {
  // ``show`` takes a week, whole or not; ``ended`` is called when the last one was shown.
  constructor(show, ended) {
    this.show = show;
    this.ended = ended;
    this.request = null;
    this.timer = null;
  }

  start(from, last, speed, yearSteps) {
    this.stop();
    const begin = from >= last ? 0 : from;
    if (yearSteps) this.stepYears(begin, last, speed);
    else this.request = requestAnimationFrame(time => this.tick(begin, last, speed, time, time));
  }

  stop() {
    if (this.request) cancelAnimationFrame(this.request);
    clearTimeout(this.timer);
    this.request = this.timer = null;
  }

  tick(week, last, speed, previous, time) {
    const now = weekAfter(week, last, speed, time - previous);
    this.show(now);
    if (now >= last) {
      this.stop();
      this.ended();
      return;
    }
    this.timer = setTimeout(() => {
      this.request = requestAnimationFrame(next => this.tick(now, last, speed, time, next));
    }, LEAST_GAP);
  }

  // For people who asked for less motion: year by year.
  stepYears(week, last, speed) {
    this.show(week);
    if (week >= last) {
      this.stop();
      this.ended();
      return;
    }
    this.timer = setTimeout(() => this.stepYears(yearAfter(week, last), last, speed), 1000 / speed);
  }
}

export function weekAfter(week, last, speed, elapsed) {
  return Math.min(last, week + (elapsed / 1000) * WEEKS_PER_SECOND * speed);
}

export function yearAfter(week, last) {
  return Math.min(last, (Math.floor(week / YEAR) + 1) * YEAR);
}

// What a step of ``by`` weeks asks for: quick ones add up on the server; while years play, the browser knows the week.
export function seekBy(by, playing, week) {
  return playing ? { do: 'seek', week: Math.max(0, Math.round(week) + by) } : { do: 'seek', by };
}
