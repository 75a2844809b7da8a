import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearest, pathOfDots } from '../../sim/dashboard/web/people/dots.js';

test('every dot is one step of the path, upwards from below', () => {
  assert.equal(pathOfDots([0, 500], [0, 1000]), 'M0 1000h0M500 0h0');
});

test('the dot nearest to a place within reach', () => {
  const [xs, ys] = [
    [100, 120, 900],
    [900, 900, 100],
  ];
  assert.equal(nearest(xs, ys, 118, 100, 40), 1);
  assert.equal(nearest(xs, ys, 905, 895, 40), 2);
  assert.equal(nearest(xs, ys, 500, 500, 40), -1);
});
