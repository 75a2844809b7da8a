// The browser's history: Back is one step back in the debate, and does not leave the page unasked.
//
// Every place that the history asks for carries a number, and the page says which of them it has answered. What it
// says before the last one asked for is answered belongs to where it was, and is not written down.
// Below the first place lies a threshold. Who steps back onto it is told that the next Back leaves.
export class Places {
  // ``goTo`` takes a place to go back to and its number; ``asked`` whether the visitor now stands on the threshold.
  constructor(history, goTo, asked) {
    this.number = 0; // of the place asked for last
    this.history = history;
    this.goTo = goTo;
    this.asked = asked;
    this.place = '';
  }

  begin(place) {
    this.place = this.history.state?.place || place;
    if (this.history.state?.place) return; // loaded again in the midst of it
    this.history.replaceState({ threshold: true }, '');
    this.history.pushState({ place }, '');
  }

  // The page is at ``place``, whose address is ``link``; it has gone to the ``answered``-th place asked for.
  follow(place, link, answered) {
    if (answered < this.number) return;
    const write = place === this.place ? 'replaceState' : 'pushState';
    if (write === 'pushState') this.asked(false);
    this.place = place;
    const state = this.history.state?.threshold && write === 'replaceState' ? { threshold: true } : { place };
    this.history[write](state, '', `#${link}`);
  }

  popped(state) {
    this.asked(Boolean(state?.threshold));
    if (!state?.place || state.place === this.place) return;
    this.place = state.place;
    this.number += 1;
    this.goTo(state.place, this.number);
  }
}
