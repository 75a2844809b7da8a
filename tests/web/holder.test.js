import assert from 'node:assert/strict';
import { test } from 'node:test';
import { held, placed } from '../../sim/dashboard/web/holder.js';

const component = { name: 'levers' };
const create = (made, data) => ({ made, ...data });
const rendered = (holder, attrs) => holder.render(create, { data: { attrs } });

test('a component is given its view with all that has changed since it was sent', () => {
  const view = { week: 3, levers: [{ at: 0.1 }, { at: 0.2 }] };
  const changed = [
    [['levers', 1, 'at'], 0.7],
    [['week'], 4],
  ];
  const shown = rendered(held(component), { view, changed, sentence: 'A is calmer.' });
  assert.equal(shown.made, component);
  assert.deepEqual(shown.attrs, {
    sentence: 'A is calmer.',
    view: { week: 4, levers: [{ at: 0.1 }, { at: 0.7 }] },
  });
  assert.deepEqual(view, { week: 3, levers: [{ at: 0.1 }, { at: 0.2 }] });
});

test('while nothing has changed the view is the same thing, so that nobody takes it for news', () => {
  const holder = held(component);
  const [view, changed] = [{ week: 3 }, [[['week'], 4]]];
  const first = rendered(holder, { view, changed, frame: 1 });
  assert.equal(rendered(holder, { view, changed, frame: 2 }).attrs.view, first.attrs.view);
  assert.notEqual(rendered(holder, { view, changed: [] }).attrs.view, first.attrs.view);
});

test('what lies beside a change is shared, not copied', () => {
  const whole = { left: { a: 1 }, right: [{ b: 2 }, { c: 3 }] };
  const now = placed(whole, ['right', 1, 'c'], 4);
  assert.deepEqual(now, { left: { a: 1 }, right: [{ b: 2 }, { c: 4 }] });
  assert.equal(now.left, whole.left);
  assert.equal(now.right[0], whole.right[0]);
  assert.equal(whole.right[1].c, 3);
});
