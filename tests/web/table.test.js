import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  districtUnder,
  rowsOfDistricts,
  valueOfDistrict,
  yearlyRows,
} from '../../sim/dashboard/web/table.js';
import { OUTCOME, GEOMETRY, frameOf } from './made.js';

test('a row for each year that is over, from the choice on', () => {
  const frame = frameOf((letter, outcome, week) => (letter === 'A' ? 0.4 : 0.5) + (week >= 101 ? 0.1 : 0));
  assert.deepEqual(yearlyRows(frame, OUTCOME, ['A', 'B', 'N'], 'en', 104), [
    { year: 0, values: ['40', '50', '50'] },
    { year: 1, values: ['40', '50', '50'] },
    { year: 2, values: ['50', '60', '60'] },
  ]);
  assert.equal(yearlyRows(frame, OUTCOME, ['A'], 'en', 103).length, 2);
  assert.equal(yearlyRows(frame, OUTCOME, ['A'], 'en', 0).length, 1);
});

test('a city or a value that is missing is a dash', () => {
  const frame = frameOf(() => NaN);
  assert.deepEqual(yearlyRows(frame, OUTCOME, ['A', 'C'], 'en', 0), [{ year: 0, values: ['–', '–'] }]);
});

test('a byte of a district is a place on the axis of its outcome', () => {
  const frame = frameOf(() => 0, { byte: (letter, week, district) => [0, 254][district] });
  const outcome = { ...OUTCOME, axis: [-1, 3] };
  assert.equal(valueOfDistrict(frame, outcome, 'A', 0, 5), -1);
  assert.equal(valueOfDistrict(frame, outcome, 'A', 1, 5), 3);
  const middle = frameOf(() => 0, { byte: () => 127 });
  assert.equal(valueOfDistrict(middle, outcome, 'A', 0, 5), 1);
});

test('a district without a value, and one of a city that is not there, have none', () => {
  const frame = frameOf(() => 0, { byte: () => 255 });
  assert.ok(Number.isNaN(valueOfDistrict(frame, OUTCOME, 'A', 0, 5)));
  assert.ok(Number.isNaN(valueOfDistrict(frame, OUTCOME, 'C', 0, 5)));
});

test('a row for each district, a value for each city', () => {
  const frame = frameOf(() => 0, {
    byte: (letter, week, district) => (letter === 'A' ? 127 : 254) * district,
  });
  assert.deepEqual(rowsOfDistricts(frame, GEOMETRY, OUTCOME, ['A', 'B'], 5, 'en'), [
    { name: 'West', values: ['0', '0'] },
    { name: 'East', values: ['50', '100'] },
  ]);
});

test('the district under a point is found in the pixels of the canvas, whatever is drawn', () => {
  const kept = [];
  const g = {
    save: () => kept.push('save'),
    setTransform: (...matrix) => kept.push(matrix.join()),
    restore: () => kept.push('restore'),
    isPointInPath: (path, x, y, rule) => rule === 'evenodd' && x >= path.from && x < path.to && y === 7,
  };
  const canvas = { getContext: () => g };
  const paths = [
    { from: 0, to: 10 },
    { from: 10, to: 20 },
  ];
  assert.equal(districtUnder(canvas, paths, 12, 7), 1);
  assert.equal(districtUnder(canvas, paths, 20, 7), -1);
  assert.deepEqual(kept.slice(0, 3), ['save', '1,0,0,1,0,0', 'restore']);
});
