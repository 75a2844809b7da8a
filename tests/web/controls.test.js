import assert from 'node:assert/strict';
import { test } from 'node:test';
import { band, polyline } from '../../sim/dashboard/web/bands.js';
import { searched } from '../../sim/dashboard/web/search.js';
import { span, spot } from '../../sim/dashboard/web/slider.js';
import { makeSpeaker } from '../../sim/dashboard/web/speaker.js';
import { withClock } from './clock.js';

test('years are spread over the width, the best at the top', () => {
  assert.equal(polyline([0, 0.5, 1]), '0,58 100,30 200,2');
});

test('one year is a point in the middle, none is no line', () => {
  assert.equal(polyline([0.5]), '100,30');
  assert.equal(polyline([]), '');
});

test('a band goes along its upper line and back along its lower one', () => {
  assert.equal(band({ low: [0, 0], high: [1, 1] }), '0,2 200,2 200,58 0,58');
});

test('the handle of a slider cannot reach its ends', () => {
  assert.equal(spot(0.25), 'calc(10px + 0.25 * (100% - 20px))');
  assert.equal(span(0.5), 'calc(0.5 * (100% - 20px))');
});

const GROUPS = [
  {
    title: 'Trust',
    controls: [
      { label: 'How fast trust falls', help: 'after a leak', name: 'trust_fall' },
      { label: 'Rumours', help: 'spread by chance', name: 'rumour' },
    ],
  },
  { title: 'Money', controls: [{ label: 'Cost', help: 'a year', name: 'cost' }] },
];
const found = wanted => searched(GROUPS, wanted).map(group => group.controls.map(control => control.name));

test('controls are found by label, help, name or group, in any case', () => {
  assert.deepEqual(found('LEAK'), [['trust_fall']]);
  assert.deepEqual(found(' rumour '), [['rumour']]);
  assert.deepEqual(found('trust'), [['trust_fall', 'rumour']]); // the whole group of that title
});

test('nothing looked for is everything, nothing found is nothing', () => {
  assert.deepEqual(found(''), [['trust_fall', 'rumour'], ['cost']]);
  assert.deepEqual(found('  '), [['trust_fall', 'rumour'], ['cost']]);
  assert.deepEqual(found('weather'), []);
  assert.equal(GROUPS[0].controls.length, 2, 'what is searched stays whole');
});

function spoken(script) {
  const said = [];
  withClock(wait =>
    script(
      makeSpeaker(data => said.push(data.value)),
      wait,
    ),
  );
  return said;
}

test('a slider’s first word is said at once, those that follow too soon only the last', () => {
  const said = spoken((say, wait) => {
    say({ name: 'x', value: 1 });
    wait(0);
    say.answered();
    for (const value of [2, 3, 4]) {
      wait(10);
      say({ name: 'x', value });
    }
    wait(500);
  });
  assert.deepEqual(said, [1, 4]);
});

test('each slider speaks for itself', () => {
  const said = spoken((say, wait) => {
    say({ name: 'x', value: 1 });
    say({ name: 'y', value: 2 });
    wait(0);
    say.answered();
    say({ name: 'x', value: 3 });
    say({ name: 'y', value: 4 });
    wait(500);
  });
  assert.deepEqual(said, [1, 2, 3, 4]);
});

test('after a rest it speaks at once again', () => {
  const said = spoken((say, wait) => {
    say({ name: 'x', value: 1 });
    wait(0);
    say.answered();
    wait(0);
    wait(400);
    say({ name: 'x', value: 2 });
    wait(0);
  });
  assert.deepEqual(said, [1, 2]);
});

test('a slider whose word is not answered yet keeps the newest for then', () => {
  const said = spoken((say, wait) => {
    say({ name: 'x', value: 1 });
    wait(0);
    for (const value of [2, 3, 4]) {
      wait(200);
      say({ name: 'x', value });
    }
    say.answered();
    wait(0);
    say({ name: 'x', value: 5 });
    wait(999);
  });
  assert.deepEqual(said, [1, 4]);
});

test('a word that is never answered holds the next one back for a second', () => {
  const said = spoken((say, wait) => {
    say({ name: 'x', value: 1 });
    wait(0);
    say({ name: 'x', value: 2 });
    wait(999);
    say({ name: 'x', value: 3 });
    wait(1);
  });
  assert.deepEqual(said, [1, 3]);
});
