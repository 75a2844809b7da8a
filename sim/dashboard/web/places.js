// The browser's history: Back is one step back in the debate, and does not leave the page unasked.
//
// Below the first place lies a threshold. Who steps back onto it is told that the next Back leaves.
export class Places {
  // ``goTo`` takes a place to go back to; ``asked`` whether the visitor now stands on the threshold.
  constructor(history, goTo, asked) {
    this.history = history;
    this.goTo = goTo;
    this.asked = asked;
    this.place = '';
  }

  begin(place) {
    this.place = place;
    if (this.history.state?.place) return; // loaded again in the midst of it
    this.history.replaceState({ threshold: true }, '');
    this.history.pushState({ place }, '');
  }

  // The page is at ``place``, whose address is ``link``.
  follow(place, link) {
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
    this.goTo(state.place);
  }
}
