import { geoAzimuthalEqualArea } from 'd3-geo';
import type { Position } from 'geojson';

const RADIANS = Math.PI / 180;

/** A circle on the globe around a polygon. */
export interface Cap {
  /** Degrees. */
  readonly middle: Position;
  /** Radians. */
  readonly radius: number;
  /** Of the polygon, roughly, in steradians: to compare. */
  readonly area: number;
}

/** Radians. Not for points closer than some metres, which come out as one. */
export function angleBetween([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  const [a, b] = [ay * RADIANS, by * RADIANS];
  const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos((ax - bx) * RADIANS);
  return Math.acos(Math.max(-1, Math.min(1, cosine)));
}

/**
 * The globe as the maps' projection shows it from above `middle`, in radians, north up. Written out, since
 * all land is looked at several times; the far half of the globe is not wanted.
 */
export function lookingFrom([longitude = 0, latitude = 0]: Position): {
  project(point: Position): [x: number, y: number];
  invert(point: [x: number, y: number]): Position;
} {
  const [sinMid, cosMid] = [Math.sin(latitude * RADIANS), Math.cos(latitude * RADIANS)];
  return {
    project: ([x = 0, y = 0]) => {
      const turn = (x - longitude) * RADIANS;
      const [sinHere, cosHere] = [Math.sin(y * RADIANS), Math.cos(y * RADIANS)];
      const stretch = Math.sqrt(2 / (1 + sinMid * sinHere + cosMid * cosHere * Math.cos(turn)));
      return [
        stretch * cosHere * Math.sin(turn),
        stretch * (cosMid * sinHere - sinMid * cosHere * Math.cos(turn)),
      ];
    },
    invert: ([x, y]) => {
      const projection = geoAzimuthalEqualArea().rotate([-longitude, -latitude]).scale(1).translate([0, 0]);
      return projection.invert?.([x, -y]) ?? [longitude, latitude];
    },
  };
}

function middleOf(ring: readonly Position[]): Position {
  let [x, y, z] = [0, 0, 0];
  for (const [longitude = 0, latitude = 0] of ring) {
    const flat = Math.cos(latitude * RADIANS);
    x += flat * Math.cos(longitude * RADIANS);
    y += flat * Math.sin(longitude * RADIANS);
    z += Math.sin(latitude * RADIANS);
  }
  return [Math.atan2(y, x) / RADIANS, Math.atan2(z, Math.hypot(x, y)) / RADIANS];
}

/** The circle about the middle of a polygon's corners. */
export function capOf([outer = []]: readonly Position[][]): Cap {
  const middle = middleOf(outer);
  const look = lookingFrom(middle);
  const flat = outer.map((point) => look.project(point));
  const doubleArea = flat.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = flat[(i + 1) % flat.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  // In this projection a point at the angle a lies 2 sin(a / 2) from the middle.
  const farthest = flat.reduce((most, [x, y]) => Math.max(most, Math.hypot(x, y)), 0);
  return { middle, radius: 2 * Math.asin(Math.min(1, farthest / 2)), area: Math.abs(doubleArea) / 2 };
}
