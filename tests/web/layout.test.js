import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitSentence, layOut, mapsShown, screenOf } from '../../sim/dashboard/web/layout.js';

const SIX = ['a', 'b', 'c', 'd', 'e', 'f'];
const SCREENS = {
  laptop: ['laptop', 1023, 539],
  large: ['large', 1920, 984],
  phone: ['phone', 370, 0],
  stage: ['stage', 1920, 984],
  'stage of a beamer': ['stage', 1024, 700],
  'a wide stage': ['stage', 3000, 700],
};

function placed(plan) {
  return [...plan.maps, ...plan.tiles, plan.focus];
}

function overlap(one, other) {
  const apart = (low, size, other_low, other_size) =>
    low + size <= other_low + 0.01 || other_low + other_size <= low + 0.01;
  return !apart(one.x, one.w, other.x, other.w) && !apart(one.y, one.h, other.y, other.h);
}

for (const [name, [kind, width, height]] of Object.entries(SCREENS)) {
  for (const letters of [['A'], ['A', 'B'], ['A', 'B', 'C']]) {
    test(`nothing lies on anything else or outside: ${name}, ${letters.length} cities`, () => {
      const plan = layOut(kind, width, height, letters, SIX, letters.length);
      const all = placed(plan);
      for (const one of all) {
        assert.ok(one.w > 0 && one.h > 0, JSON.stringify(one));
        assert.ok(one.x >= -0.01 && one.x + one.w <= plan.width + 0.01, JSON.stringify(one));
        assert.ok(one.y >= -0.01 && one.y + one.h <= plan.height + 0.01, JSON.stringify(one));
        for (const other of all) {
          assert.ok(
            one === other || !overlap(one, other),
            `${JSON.stringify(one)} on ${JSON.stringify(other)}`,
          );
        }
      }
    });
  }
}

test('the plot lies inside the chart, with room for labels at its right', () => {
  for (const [kind, width, height] of Object.values(SCREENS)) {
    const { plot, focus, unit } = layOut(kind, width, height, ['A', 'B'], SIX, 2);
    assert.ok(plot.x > focus.x && plot.y > focus.y, kind);
    assert.ok(plot.x + plot.w + unit * 5 < focus.x + focus.w, kind);
    assert.ok(plot.w > 0 && plot.h > 0, kind);
  }
});

test('two maps stand on either side of the chart, three beside each other', () => {
  const [left, right] = layOut('laptop', 1023, 539, ['B', 'A'], SIX, 2).maps;
  assert.deepEqual([left.letter, left.x], ['B', 0]);
  assert.equal(right.x + right.w, 1023);
  const three = layOut('laptop', 1023, 539, ['A', 'B', 'C'], SIX, 3);
  assert.ok(three.maps.every(map => map.x + map.w < three.focus.x));
});

test('a phone shows one map, beneath its tiles in two columns', () => {
  const plan = layOut('phone', 370, 0, ['B'], SIX, 2);
  assert.deepEqual(
    plan.maps.map(map => map.letter),
    ['B'],
  );
  assert.equal(new Set(plan.tiles.map(tile => tile.x)).size, 2);
  assert.ok(plan.maps[0].y > Math.max(...plan.tiles.map(tile => tile.y + tile.h)));
  assert.equal(plan.tiles[3].y - plan.tiles[1].y, 82);
});

test('no tiles and an odd number of tiles are laid out too', () => {
  assert.deepEqual(layOut('phone', 370, 0, ['A'], [], 1).tiles, []);
  const odd = layOut('phone', 370, 0, ['A'], ['a', 'b', 'c'], 1);
  assert.equal(odd.tiles.length, 3);
  assert.ok(odd.maps[0].y > odd.tiles[2].y + odd.tiles[2].h);
});

test('a window that is tiny keeps a size at which its words can be read', () => {
  const plan = layOut('laptop', 320, 200, ['A', 'B'], SIX, 2);
  assert.equal(plan.unit, 14);
  assert.equal(plan.small, 14 * 0.87);
  assert.ok(plan.height > 200, 'it scrolls');
});

test('a stage keeps its proportions in the middle of a wider wall', () => {
  const narrow = layOut('stage', 1920, 984, ['A', 'B'], SIX, 2);
  const wide = layOut('stage', 2920, 984, ['A', 'B'], SIX, 2);
  assert.equal(wide.unit, narrow.unit);
  assert.equal(wide.maps[0].x, narrow.maps[0].x + 500);
  assert.equal(
    wide.tiles.at(-1).x + wide.tiles.at(-1).w,
    narrow.tiles.at(-1).x + narrow.tiles.at(-1).w + 500,
  );
});

test('the large stage holds a chart and a sentence', () => {
  const plan = layOut('large', 1920, 984, ['A', 'B'], SIX, 2);
  assert.deepEqual([plan.maps, plan.tiles, plan.lane], [[], [], 0]);
  assert.equal(plan.sentenceSize, 64);
  assert.ok(plan.sentence.y >= plan.focus.y + plan.focus.h);
});

test('in a reveal the chart has half of the screen, on a projector and on a small one, with two cities and three', () => {
  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
  ]) {
    for (const letters of [
      ['A', 'B'],
      ['A', 'B', 'C'],
    ]) {
      const plan = layOut('reveal', width, height * 0.911, letters, SIX, letters.length);
      const lanes = plan.lanesTop + plan.lane * letters.length - plan.focus.y;
      assert.ok((plan.focus.w * lanes) / (width * height) >= 0.5);
      assert.ok(plan.plot.h >= 500 * (height / 1080), 'the height that claims of debates are measured on');
      assert.ok(plan.sentence.y >= plan.focus.y + lanes);
      assert.ok(plan.sentence.y + plan.sentence.h <= plan.height);
      const last = plan.maps.at(-1);
      assert.ok(last.y + last.h <= plan.sentence.y);
      assert.ok(
        plan.legendAt[0].y + plan.small * 1.65 <= plan.maps[1].y - plan.small * 1.55,
        'the classes, a gap and the next name',
      );
    }
  }
});

test('the screen is a stage where the view says so, else what the window is wide enough for', () => {
  assert.equal(screenOf({ kind: 'stage' }, 390), 'stage');
  assert.equal(screenOf({ kind: 'large' }, 1920), 'stage');
  assert.equal(screenOf({ kind: 'page' }, 719), 'phone');
  assert.equal(screenOf({ kind: 'page' }, 720), 'laptop');
});

// An element whose text takes ``lines`` lines at its first size, fewer when it is smaller.
function written(lines, size) {
  return {
    style: {},
    get scrollHeight() {
      return lines * size * (parseFloat(this.style.fontSize) / size) ** 2;
    },
  };
}

test('a sentence is written at its size where it fits, smaller where it does not', () => {
  const plan = { sentenceSize: 46, sentence: { h: 100 } };
  const [short, long] = [written(2, 46), written(3, 46)];
  fitSentence(short, plan);
  fitSentence(long, plan);
  assert.equal(short.style.fontSize, '46px');
  assert.ok(parseFloat(long.style.fontSize) < 46);
  assert.ok(long.scrollHeight <= 102);
});

test('an endless sentence is not made smaller for ever', () => {
  const endless = { style: {}, scrollHeight: 1e6 };
  fitSentence(endless, { sentenceSize: 46, sentence: { h: 100 } });
  assert.ok(parseFloat(endless.style.fontSize) > 46 * 0.5);
});

test('maps of another outcome than the chart’s give their place to it in a reveal', () => {
  const view = { kind: 'stage', reveal: true, focus: 'adoption', map_outcome: 'wellbeing' };
  assert.deepEqual(mapsShown(view, ['A', 'B']), []);
  assert.deepEqual(mapsShown({ ...view, map_outcome: 'adoption' }, ['A', 'B']), ['A', 'B']);
  assert.deepEqual(mapsShown({ ...view, reveal: false }, ['A', 'B']), ['A', 'B']);
  assert.deepEqual(mapsShown({ ...view, kind: 'page' }, ['A', 'B']), ['A', 'B']);
  const wide = layOut('reveal', 1280, 656, [], SIX, 2);
  assert.ok(wide.focus.w > layOut('reveal', 1280, 656, ['A', 'B'], SIX, 2).focus.w);
  assert.deepEqual(wide.maps, []);
});
