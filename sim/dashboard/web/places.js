// The browser's history: Back is one step back in the debate, and does not leave the page unasked.
//
// What the page says while it is still on its way back belongs to where it was, and is not written down.
// Below the first place lies a threshold. Who steps back onto it is told that the next Back leaves.
const PATIENCE = 2000; // ms in which the page has gone back

export class Places {
  // ``goTo`` takes a place to go back to; ``asked`` whether the visitor now stands on the threshold.
  constructor(history, goTo, asked, now = () => performance.now()) {
    this.now = now;
    this.onTheWay = -Infinity; // until when the page may be
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
    if (place !== this.place && this.now() < this.onTheWay) return;
    this.onTheWay = -Infinity;
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
    this.onTheWay = this.now() + PATIENCE;
    this.goTo(state.place);
  }
}
