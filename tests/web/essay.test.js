import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPage, collected, keepSheet, moved, readSheet } from '../../sim/dashboard/web/essay.js';

function storage(room = Infinity) {
  const kept = {};
  return {
    getItem: name => kept[name] ?? null,
    setItem(name, text) {
      if (text.length > room) throw new Error('QuotaExceededError');
      kept[name] = text;
    },
  };
}

const NOTE = { title: 'Note', text: 'mine' };

test('what is kept is read again; what is no sheet is none', () => {
  const place = storage();
  assert.deepEqual(readSheet(place), []);
  assert.equal(keepSheet(place, [NOTE]), true);
  assert.deepEqual(readSheet(place), [NOTE]);
  for (const other of ['{', '"text"', '[null, 3, {}]']) {
    assert.deepEqual(readSheet({ getItem: () => other }), []);
  }
});

test('a browser without room says so and keeps what it had', () => {
  const place = storage(60);
  keepSheet(place, [NOTE]);
  assert.equal(keepSheet(place, [NOTE, NOTE, NOTE]), false);
  assert.deepEqual(readSheet(place), [NOTE]);
});

test('a prediction made twice stands once and keeps what was written to it', () => {
  const first = { name: 'tour-a', title: 'A', lines: ['one'] };
  const written = [NOTE, { ...first, text: 'because' }];
  const again = collected(written, { ...first, lines: ['two'] });
  assert.deepEqual(again, [NOTE, { ...first, lines: ['two'], text: 'because' }]);
  assert.equal(collected(again, NOTE).length, 3);
});

test('an item moves by one place and not beyond the ends', () => {
  assert.deepEqual(moved(['a', 'b', 'c'], 2, -1), ['a', 'c', 'b']);
  assert.deepEqual(moved(['a', 'b', 'c'], 0, 1), ['b', 'a', 'c']);
  assert.deepEqual(moved(['a', 'b'], 0, -1), ['a', 'b']);
});

test('whatever was typed is printed as text', () => {
  const typed = {
    title: '<b>',
    text: '<script>alert("1")</script>',
    picture: 'javascript:alert(1)',
    lines: ["a'b"],
  };
  const page = asPage([typed], { title: 'My sheet', caution: 'Not a forecast', language: 'en' });
  assert.ok(page.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;'));
  assert.ok(page.includes('&lt;b&gt;') && page.includes('a&#39;b') && page.includes('Not a forecast'));
  assert.ok(!page.includes('<script') && !page.includes('javascript:'));
});
