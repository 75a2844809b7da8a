// The moderator's end of the stage window: opens it and posts what changes.
export class StageLink {
  constructor() {
    this.name = `two-cities-${Math.random().toString(36).slice(2)}`;
    this.opened = null;
    this.told = new Map();
    this.channel = new BroadcastChannel(this.name);
    this.channel.onmessage = event => {
      if (event.data.what === 'hello') this.told.forEach(message => this.channel.postMessage(message));
    };
  }

  open() {
    const address = new URL(`./stage.html#${this.name}`, import.meta.url);
    this.opened = window.open(address, 'two-cities-stage', 'popup,width=1280,height=720');
  }

  isOpen() {
    return Boolean(this.opened && !this.opened.closed);
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

// A copy without what Vue adds to watch it.
export function plain(value) {
  return JSON.parse(JSON.stringify(value));
}

export function bytesOf(view) {
  return view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength);
}
