// The stage window: a second window of the same browser, fed by the moderator's page over BroadcastChannel.
import { ghostAfter, readFrame } from './frame.js';
import { fitSentence, layOut, mapsShown } from './layout.js';
import { Painter, shownLetters } from './painter.js';
import { readRuns } from './runs.js';
import { writeCard, writeOverlay, writeSentence } from './stage_words.js';

const ASKS = 500; // ms between two questions whether the page is there
const SILENT = 1500; // ms without an answer after which contact is lost
const WALKING = ['PageDown', 'PageUp', 'ArrowLeft', 'ArrowRight', ' '];

const find = id => document.getElementById(id);

export class StageWindow {
  constructor(channelName) {
    this.painter = new Painter(find('canvas'));
    this.waiting = false;
    this.state = { view: null, frame: null, ghost: null, runs: null, geometry: null, now: 0, weight: 1 };
    this.channel = new BroadcastChannel(channelName);
    this.channel.onmessage = event => this.take(event.data);
    window.addEventListener('resize', () => this.redraw());
    document.addEventListener('keydown', event => this.pass(event));
    document.fonts.ready.then(() => this.redraw());
    this.heard = performance.now();
    this.lost = false; // what the page says of its own contact with the server
    setInterval(() => this.look(), ASKS);
    window.addEventListener('pagehide', () => this.channel.postMessage({ what: 'bye' }));
    this.channel.postMessage({ what: 'hello' });
  }

  // Keys pressed here are the page's: a remote works in whichever window has the focus.
  pass(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (WALKING.includes(event.key)) event.preventDefault();
    this.channel.postMessage({ what: 'key', key: { key: event.key, repeat: event.repeat } });
  }

  look() {
    const silent = performance.now() - this.heard > SILENT;
    find('contact').hidden = !(silent || this.lost);
    this.channel.postMessage({ what: 'there?' });
  }

  take(message) {
    const { state } = this;
    this.heard = performance.now();
    if (message.what === 'here') return;
    if (message.what === 'view') this.takeView(message);
    else if (message.what === 'frame') this.takeFrame(readFrame(new DataView(message.bytes)));
    else if (message.what === 'runs') state.runs = message.bytes && readRuns(new DataView(message.bytes));
    else if (message.what === 'week') state.now = message.week;
    else if (message.what === 'panel') takePanel(message);
    else if (message.what === 'fonts') this.takeFonts(message.href);
    else if (message.what === 'contact') this.lost = message.lost;
    else if (message.what === 'blank') document.body.classList.toggle('tc-blank', message.on);
    else if (message.what === 'geometry') {
      state.geometry = message.geometry;
      this.painter.forgetShapes();
    }
    this.redraw();
  }

  takeView({ view, sentence }) {
    this.state.view = view;
    document.documentElement.dataset.theme = view.theme;
    document.documentElement.lang = view.language;
    document.title = view.words.charts;
    this.painter.forgetColours();
    writeSentence(find('sentence'), find('told'), sentence, view.overlay);
    writeOverlay(find('overlay'), view.overlay);
    writeCard(view.large ? '' : view.card);
    find('caution').textContent = view.words.caution;
    find('contact').textContent = view.words.no_contact;
    find('told').hidden = view.large;
  }

  // The fonts of the page, from the same server and no other.
  takeFonts(href) {
    const link = /** @type {HTMLLinkElement} */ (find('fonts'));
    if (!href.startsWith(location.origin) || link.href === href) return;
    link.href = href;
    link.onload = () => {
      const wanted = ['400', '700'].map(weight => document.fonts.load(`${weight} 32px Roboto`));
      Promise.all(wanted).then(() => this.redraw());
    };
  }

  takeFrame(frame) {
    this.state.ghost = ghostAfter(this.state.ghost, this.state.frame, frame);
    this.state.frame = frame;
  }

  redraw() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      if (this.state.view) this.draw(this.state.view);
    });
  }

  draw(view) {
    const kind = view.large ? 'large' : view.reveal ? 'reveal' : 'stage';
    const height = view.large ? innerHeight * 0.93 : innerHeight;
    const maps = mapsShown({ ...view, kind }, shownLetters(view));
    const plan = layOut(kind, innerWidth, height, maps, view.tiles, view.letters.length);
    const { x, y, w, h } = plan.sentence;
    const place = { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` };
    Object.assign(find('sentence').style, place);
    fitSentence(find('sentence'), plan);
    find('caution').style.fontSize = `${(28 * plan.sentenceSize) / (view.large ? 64 : 46)}px`;
    this.painter.paint(plan, this.state);
  }
}

function takePanel({ html, full }) {
  find('veil').hidden = !html;
  find('panel').classList.toggle('tc-panel-full', full);
  find('panel').innerHTML = html;
}
