import { type Coordinates, type Frame, MAP_HEIGHT, MAP_WIDTH, type MapPoint } from './types';

const RADIANS = Math.PI / 180;

/**
 * Where a point of the globe lies on a map; null on the far half of the globe. It may lie outside
 * the map's edges.
 */
export function project(frame: Frame, { latitude, longitude }: Coordinates): MapPoint | null {
  const turn = (longitude - frame.longitude) * RADIANS;
  const [sinHere, cosHere] = [Math.sin(latitude * RADIANS), Math.cos(latitude * RADIANS)];
  const [sinMid, cosMid] = [Math.sin(frame.latitude * RADIANS), Math.cos(frame.latitude * RADIANS)];
  const cosAway = sinMid * sinHere + cosMid * cosHere * Math.cos(turn);
  if (cosAway < 0) return null;
  const stretch = frame.scale * Math.sqrt(2 / (1 + cosAway));
  return {
    x: MAP_WIDTH / 2 + stretch * cosHere * Math.sin(turn),
    y: MAP_HEIGHT / 2 - stretch * (cosMid * sinHere - sinMid * cosHere * Math.cos(turn)),
  };
}

/** True where a point lies on the map, at least `margin` units from its edges. */
export function isOnMap({ x, y }: MapPoint, margin: number): boolean {
  return x >= margin && y >= margin && x <= MAP_WIDTH - margin && y <= MAP_HEIGHT - margin;
}
