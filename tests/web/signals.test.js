import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { answer, ask, listen, signal } from '../../sim/dashboard/web/signals.js';
import { StageLink, bytesOf, plain } from '../../sim/dashboard/web/stage_link.js';

const channels = [];

beforeEach(() => {
  channels.length = 0;
  globalThis.window = new EventTarget();
  globalThis.BroadcastChannel = class {
    constructor(name) {
      Object.assign(this, { name, posted: [], closed: false });
      channels.push(this);
    }
    postMessage(message) {
      this.posted.push(message);
    }
    close() {
      this.closed = true;
    }
  };
});

test('a signal reaches who listens, until they stop', () => {
  const heard = [];
  const stop = listen({ week: week => heard.push(week), blank: on => heard.push(on) });
  signal('week', 7);
  signal('blank', true);
  signal('scrub', 3);
  stop();
  signal('week', 8);
  assert.deepEqual(heard, [7, true]);
});

test('a signal is an event of the window, which others may send', () => {
  const heard = [];
  listen({ 'stage-window': () => heard.push('asked') });
  globalThis.window.dispatchEvent(new Event('tc-stage-window'));
  assert.deepEqual(heard, ['asked']);
});

test('a question is answered by who is there, else not', () => {
  assert.equal(ask('picture'), undefined);
  const leave = answer('picture', () => 'drawn');
  assert.equal(ask('picture'), 'drawn');
  leave();
  assert.equal(ask('picture'), undefined);
});

test('who leaves late does not take the answer of who came after', () => {
  const leave = answer('picture', () => 'old');
  const last = answer('picture', () => 'new');
  leave();
  assert.equal(ask('picture'), 'new');
  last();
});

test('a stage window that says hello hears the last word on each matter', () => {
  const link = new StageLink();
  link.tell('week', { week: 1 });
  link.tell('view', { view: { theme: 'dark' } });
  link.tell('week', { week: 2 });
  const [channel] = channels;
  assert.equal(channel.posted.length, 3);
  channel.posted.length = 0;
  channel.onmessage({ data: { what: 'hello' } });
  assert.deepEqual(channel.posted, [
    { what: 'week', week: 2 },
    { what: 'view', view: { theme: 'dark' } },
  ]);
  channel.onmessage({ data: { what: 'else' } });
  assert.equal(channel.posted.length, 2);
});

test('each page has a channel of its own, closed with it', () => {
  const [one, other] = [new StageLink(), new StageLink()];
  assert.notEqual(one.name, other.name);
  one.close();
  assert.deepEqual(
    channels.map(channel => channel.closed),
    [true, false],
  );
});

test('the window is open from when it is opened until it is closed', () => {
  const popup = { closed: false };
  const asked = [];
  globalThis.window.open = (address, name) => {
    asked.push([String(address), name]);
    return popup;
  };
  const link = new StageLink();
  assert.equal(link.isOpen(), false);
  link.open();
  assert.equal(link.isOpen(), true);
  assert.match(asked[0][0], new RegExp(`/web/stage\\.html#${link.name}$`));
  popup.closed = true;
  assert.equal(link.isOpen(), false);
});

test('a window that the browser does not let open is not open', () => {
  globalThis.window.open = () => null;
  const link = new StageLink();
  link.open();
  assert.equal(link.isOpen(), false);
});

test('what is posted is a copy: values alone, and only the bytes shown', () => {
  const view = { list: [1, { a: null }] };
  assert.deepEqual(plain(view), view);
  assert.notEqual(plain(view).list, view.list);
  const buffer = new Uint8Array([1, 2, 3, 4]).buffer;
  assert.deepEqual([...new Uint8Array(bytesOf(new DataView(buffer, 1, 2)))], [2, 3]);
});
