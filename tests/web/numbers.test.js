import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatNumber } from '../../sim/dashboard/web/numbers.js';

const outcome = (scale, digits) => ({ scale, digits });

test('a share is written out of a hundred, with the digits of its outcome', () => {
  assert.equal(formatNumber(0.666, outcome(100, 0), 'en'), '67');
  assert.equal(formatNumber(0.0666, outcome(100, 1), 'en'), '6.7');
  assert.equal(formatNumber(0, outcome(100, 1), 'en'), '0.0');
});

test('each language has its own marks', () => {
  assert.equal(formatNumber(12345.6, outcome(1, 1), 'en'), '12,345.6');
  assert.equal(formatNumber(12345.6, outcome(1, 1), 'fr').replace(/\s/gu, ' '), '12 345,6');
});

test('a negative number has a minus sign, not a hyphen', () => {
  assert.equal(formatNumber(-0.05, outcome(100, 0), 'en'), '−5');
});

test('what rounds to nothing has no sign', () => {
  assert.equal(formatNumber(-0.0004, outcome(100, 1), 'en'), '0.0');
  assert.equal(formatNumber(-0.0004, outcome(100, 1), 'fr'), '0,0');
  assert.equal(formatNumber(-0, outcome(1, 0), 'en'), '0');
  assert.equal(formatNumber(-0.006, outcome(100, 1), 'en'), '−0.6');
});

test('no value is a dash', () => {
  for (const value of [NaN, Infinity, -Infinity, undefined, null]) {
    assert.equal(formatNumber(value, outcome(100, 0), 'en'), '–');
  }
});
