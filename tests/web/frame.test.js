import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  NO_VALUE,
  districtsAt,
  ghostAfter,
  isOf,
  readFrame,
  seriesOf,
  valueAt,
} from '../../sim/dashboard/web/frame.js';
import { assemble, frameOf, viewOf } from './made.js';

test('a frame is read wherever it begins in its buffer', () => {
  const bytes = assemble(
    { outcomes: ['x'] },
    { series: { shape: [1, 1, 2], values: new Float32Array([0.25, -3]) } },
  );
  const within = Buffer.concat([Buffer.from('abc'), bytes, Buffer.from('de')]);
  const frame = readFrame(new DataView(within.buffer, within.byteOffset + 3, bytes.length));
  assert.deepEqual([...frame.arrays.series], [0.25, -3]);
  assert.deepEqual(frame.shapes.series, [1, 1, 2]);
  assert.deepEqual(frame.outcomeRow, { x: 0 });
});

test('letters beyond ASCII in the header do not move the arrays', () => {
  const header = { outcomes: ['x'], event_records: [{ fr: 'panne à Orléans' }] };
  const arrays = { series: { shape: [1], values: new Float32Array([7]) } };
  const frame = readFrame(viewOf(assemble(header, arrays)));
  assert.equal(frame.arrays.series[0], 7);
  assert.equal(frame.event_records[0].fr, 'panne à Orléans');
});

test('an odd number of bytes is filled up before the next array', () => {
  const arrays = {
    map: { shape: [3], values: new Uint8Array([1, 2, 255]) },
    series: { shape: [1], values: new Float32Array([0.5]) },
  };
  const frame = readFrame(viewOf(assemble({ outcomes: [] }, arrays)));
  assert.deepEqual([...frame.arrays.map], [1, 2, 255]);
  assert.deepEqual([...frame.arrays.series], [0.5]);
});

test('the series of a draft come as moves between the low and the high end of each row', () => {
  const moves = [0, 65534 - 0, 65536 - 65534 + 32767, 1, 65534, 0].map(one => one % 65536);
  const bytes = new Uint8Array([...moves.map(one => one >> 8), ...moves.map(one => one & 255)]);
  const header = { outcomes: ['x', 'y'], coarse: { low: [-1, 5], step: [2 / 65534, 0.5] } };
  const arrays = { series: { shape: [2, 1, 2, 3], values: bytes } };
  const frame = readFrame(viewOf(assemble(header, arrays)));
  assert.deepEqual(frame.shapes.series, [1, 2, 3]);
  assert.deepEqual([...frame.arrays.series], [-1, 1, 0, 5.5, NaN, NaN]);
});

test('a series is of one city and one outcome, from the first week of the past', () => {
  const frame = frameOf(
    (letter, outcome, week) => letter.charCodeAt(0) * 1000 + (outcome === 'trust' ? 500 : 0) + week,
  );
  const series = seriesOf(frame, 'B', 'trust');
  assert.equal(series.length, 156);
  assert.equal(series[0], 66000 + 500 - 51);
  assert.equal(series.at(-1), 66000 + 500 + 104);
});

test('a city or outcome that is not in the frame has no series', () => {
  const frame = frameOf(() => 1);
  assert.equal(seriesOf(frame, 'C', 'trust'), null);
  assert.equal(seriesOf(frame, 'A', 'calm'), null);
});

test('a value is the mean of the four weeks that end there', () => {
  const frame = frameOf((letter, outcome, week) => week);
  const series = seriesOf(frame, 'A', 'trust');
  assert.equal(valueAt(frame, series, 52), 50.5);
  assert.equal(valueAt(frame, series, 52.4), 50.5);
  assert.equal(valueAt(frame, series, -51), -51); // no week before the first
});

test('missing weeks are left out of the mean; of none there is no value', () => {
  const frame = frameOf((letter, outcome, week) => (week === 10 ? NaN : week));
  const series = seriesOf(frame, 'A', 'trust');
  assert.equal(valueAt(frame, series, 10), 8); // of 7, 8 and 9
  assert.ok(Number.isNaN(valueAt(frame, null, 10)));
  assert.ok(
    Number.isNaN(
      valueAt(
        frame,
        seriesOf(
          frameOf(() => NaN),
          'A',
          'trust',
        ),
        10,
      ),
    ),
  );
  assert.ok(Number.isNaN(valueAt(frame, series, 500))); // beyond the last week
});

test('districts of a week, with weeks beyond the ends held at them', () => {
  const frame = frameOf(() => 0, { byte: (letter, week, district) => (week + 60 + 100 * district) % 256 });
  assert.deepEqual([...districtsAt(frame, 'map', 'B', 3)], [63, 163]);
  assert.deepEqual([...districtsAt(frame, 'map', 'B', -900)], [...districtsAt(frame, 'map', 'B', -51)]);
  assert.deepEqual([...districtsAt(frame, 'map', 'B', 900)], [...districtsAt(frame, 'map', 'B', 104)]);
});

test('no such city or array, no districts', () => {
  assert.equal(
    districtsAt(
      frameOf(() => 0),
      'map',
      'C',
      0,
    ),
    null,
  );
  assert.equal(
    districtsAt(
      frameOf(() => 0),
      'rain',
      'A',
      0,
    ),
    null,
  );
  assert.equal(NO_VALUE, 255);
});

test('the ghost is the picture before the last change, never a draft, never of another city', () => {
  const frame = (change, more = {}) => ({ change, draft: false, fresh: false, ...more });
  const [first, draft, full] = [frame(1), frame(2, { draft: true }), frame(2)];
  assert.equal(ghostAfter(null, null, first), null);
  assert.equal(ghostAfter(null, first, draft), first);
  assert.equal(ghostAfter(first, draft, full), first); // the same change, finished
  assert.equal(ghostAfter(first, draft, frame(3)), first); // a draft leaves no ghost
  assert.equal(ghostAfter(first, full, frame(3)), full);
  assert.equal(ghostAfter(first, full, frame(4, { fresh: true })), null);
});

test('a frame of another city is not the one whose map is shown', () => {
  const frame = frameOf(() => 0.5);
  const names = Array.from({ length: frame.districts }, (_, n) => `D${n}`);
  assert.equal(isOf(frame, { names }), true);
  assert.equal(isOf(frame, { names: names.slice(1) }), false);
  assert.equal(isOf(null, { names }), false);
  assert.equal(isOf(frame, null), false);
});
