import { geoAzimuthalEqualArea } from 'd3-geo';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { project } from '../../../lib/maps/projection';
import { type Frame, MAP_HEIGHT, MAP_WIDTH } from '../../../lib/maps/types';

const frameAt = (latitude: number, longitude: number, scale: number): Frame => ({
  id: 'x',
  about: 'x',
  isDisputed: false,
  role: 'home',
  latitude,
  longitude,
  scale,
});
const latitudes = fc.double({ min: -89, max: 89, noNaN: true });
const longitudes = fc.double({ min: -180, max: 180, noNaN: true });

test('is the projection that the maps are drawn by', () => {
  fc.assert(
    fc.property(latitudes, longitudes, latitudes, longitudes, (midLat, midLon, latitude, longitude) => {
      const point = project(frameAt(midLat, midLon, 900), { latitude, longitude });
      if (!point) return;
      const [x = 0, y = 0] =
        geoAzimuthalEqualArea()
          .rotate([-midLon, -midLat])
          .scale(900)
          .translate([MAP_WIDTH / 2, MAP_HEIGHT / 2])([longitude, latitude]) ?? [];
      expect(Math.hypot(point.x - x, point.y - y)).toBeLessThan(0.01);
    }),
  );
});

test('puts the middle in the middle, north above it and east to the right, also across the antimeridian', () => {
  const frame = frameAt(-17, 179, 3000);
  expect(project(frame, { latitude: -17, longitude: 179 })).toEqual({ x: MAP_WIDTH / 2, y: MAP_HEIGHT / 2 });
  expect(project(frame, { latitude: -16, longitude: 179 })?.y).toBeLessThan(MAP_HEIGHT / 2);
  expect(project(frame, { latitude: -17, longitude: -179 })?.x).toBeGreaterThan(MAP_WIDTH / 2);
});

test('has no place for the far half of the globe', () => {
  expect(project(frameAt(0, 0, 100), { latitude: 0, longitude: 120 })).toBeNull();
});
