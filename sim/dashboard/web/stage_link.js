// The moderator's end of the stage window: opens it, posts what changes, and takes the keys pressed there.
import { signal } from './signals.js';

const EVENING = 'two-cities-evening';

// One channel an evening: both windows find each other again after a reload of either.
function channelOfEvening() {
  const name = sessionStorage.getItem(EVENING) || `two-cities-${Math.random().toString(36).slice(2)}`;
  sessionStorage.setItem(EVENING, name);
  return name;
}

export class StageLink {
  constructor() {
    this.name = channelOfEvening();
    this.window = null; // what the browser tells of a window opened here
    this.isThere = false; // by its own words, the only ones after this page was loaded again
    this.told = new Map();
    this.channel = new BroadcastChannel(this.name);
    this.channel.onmessage = event => this.take(event.data);
    this.tell('fonts', { href: fontsOfPage() });
  }

  take(message) {
    this.isThere = message.what !== 'bye';
    if (message.what === 'key') signal('key', message.key);
    if (message.what === 'hello') this.told.forEach(said => this.channel.postMessage(said));
    if (message.what === 'there?') this.channel.postMessage({ what: 'here' });
  }

  open() {
    const address = new URL(`./stage.html#${this.name}`, import.meta.url);
    this.window = window.open(address, 'two-cities-stage', 'popup,width=1280,height=720');
  }

  // A window that is busy says nothing for a while, and is open all the same.
  isOpen() {
    return this.isThere && !this.window?.closed;
  }

  // The last word on each matter is kept: a window opened, or loaded again, asks for it.
  tell(what, values) {
    const message = { what, ...values };
    this.told.set(what, message);
    this.channel.postMessage(message);
  }

  close() {
    this.channel.close();
  }
}

// The style sheet that brings the fonts of the page, which the server has among its libraries.
function fontsOfPage() {
  const sheets = [...document.styleSheets].map(sheet => sheet.href || '');
  return sheets.find(href => href.endsWith('/fonts.css')) || '';
}

// A copy without what Vue adds to watch it.
export function plain(value) {
  return JSON.parse(JSON.stringify(value));
}

export function bytesOf(view) {
  return view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength);
}
