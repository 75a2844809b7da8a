import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { answer, ask, listen, signal } from '../../sim/dashboard/web/signals.js';
import { StageLink, bytesOf, plain } from '../../sim/dashboard/web/stage_link.js';

const channels = [];

beforeEach(() => {
  channels.length = 0;
  globalThis.window = new EventTarget();
  const kept = new Map();
  globalThis.sessionStorage = {
    getItem: key => kept.get(key),
    setItem: (key, value) => kept.set(key, value),
  };
  const sheets = ['/main.css', '/fonts.css'];
  globalThis.document = { styleSheets: sheets.map(href => ({ href: `http://localhost${href}` })) };
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

test('a stage window that says hello hears the last word on each matter, and the fonts of the page', () => {
  const link = new StageLink();
  link.tell('week', { week: 1 });
  link.tell('view', { view: { theme: 'dark' } });
  link.tell('week', { week: 2 });
  const [channel] = channels;
  channel.posted.length = 0;
  channel.onmessage({ data: { what: 'hello' } });
  assert.deepEqual(channel.posted, [
    { what: 'fonts', href: 'http://localhost/fonts.css' },
    { what: 'week', week: 2 },
    { what: 'view', view: { theme: 'dark' } },
  ]);
  channel.onmessage({ data: { what: 'else' } });
  assert.equal(channel.posted.length, 3);
});

test('a page loaded again in the same evening finds its stage window; another evening has its own', () => {
  const one = new StageLink();
  one.close();
  assert.equal(new StageLink().name, one.name);
  globalThis.sessionStorage.setItem('two-cities-evening', '');
  assert.notEqual(new StageLink().name, one.name);
  assert.deepEqual(
    channels.map(channel => channel.closed),
    [true, false, false],
  );
});

test('a stage window is asked for by the name of the evening, and its question whether the page is there answered', () => {
  const asked = [];
  globalThis.window.open = (address, name) => asked.push([String(address), name]);
  const link = new StageLink();
  link.open();
  assert.match(asked[0][0], new RegExp(`/web/stage\\.html#${link.name}$`));
  channels[0].onmessage({ data: { what: 'there?' } });
  assert.deepEqual(channels[0].posted.at(-1), { what: 'here' });
});

test('a stage window is open from its first word until the browser calls it closed, however long it is silent', t => {
  const opened = { closed: false };
  globalThis.window.open = () => opened;
  const link = new StageLink();
  link.open();
  assert.equal(link.isOpen(), false);
  channels[0].onmessage({ data: { what: 'hello' } });
  t.mock.method(performance, 'now', () => Infinity);
  assert.equal(link.isOpen(), true);
  opened.closed = true;
  assert.equal(link.isOpen(), false);
});

test('a stage window opened before the page was loaded again is open until it says goodbye, also while it loads', () => {
  const link = new StageLink();
  for (const [what, open] of [
    ['there?', true],
    ['bye', false],
    ['hello', true],
    ['bye', false],
  ]) {
    channels[0].onmessage({ data: { what } });
    assert.equal(link.isOpen(), open, what);
  }
});

test('a key pressed in the stage window is the page’s', () => {
  const heard = [];
  const stop = listen({ key: key => heard.push(key) });
  const link = new StageLink();
  channels[0].onmessage({ data: { what: 'key', key: { key: 'PageDown', repeat: false } } });
  stop();
  link.close();
  assert.deepEqual(heard, [{ key: 'PageDown', repeat: false }]);
});

test('what is posted is a copy: values alone, and only the bytes shown', () => {
  const view = { list: [1, { a: null }] };
  assert.deepEqual(plain(view), view);
  assert.notEqual(plain(view).list, view.list);
  const buffer = new Uint8Array([1, 2, 3, 4]).buffer;
  assert.deepEqual([...new Uint8Array(bytesOf(new DataView(buffer, 1, 2)))], [2, 3]);
});
