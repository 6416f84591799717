"""Solid things in light: rays marched to surfaces given by distance functions; float32 arrays, one row a ray.

A scene is `distance(points) -> (distances, materials)`: how far the nearest surface is, and whose it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Scene = Callable[[Array], tuple[Array, NDArray[np.int8]]]
FAR = 1e4


@dataclass(frozen=True, slots=True)
class Camera:
    """Where the picture is taken from; `field` is the height of the view at distance 1."""

    eye: tuple[float, float, float]
    target: tuple[float, float, float]
    field: float

    def rays(self, shape: tuple[int, int]) -> Array:
        """A direction for every pixel, row by row."""
        height, width = shape
        forward = _unit(np.subtract(self.target, self.eye))
        right = _unit(np.cross(forward, (0, 1, 0)))
        up = np.cross(right, forward)
        rows = (0.5 - (np.arange(height) + 0.5) / height) * self.field
        columns = ((np.arange(width) + 0.5) / width - 0.5) * self.field * width / height
        rays = forward + rows[:, None, None] * up + columns[None, :, None] * right
        return _unit(rays).reshape(-1, 3).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rays met: the distance along each (FAR for nothing), the place, the normal and the material."""

    depth: Array
    points: Array
    normals: Array
    materials: NDArray[np.int8]

    @property
    def hit(self) -> NDArray[np.bool_]:
        """Which rays met something."""
        return self.depth < FAR


def _unit(vectors: NDArray[np.floating]) -> NDArray[np.floating]:
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


def look(scene: Scene, camera: Camera, shape: tuple[int, int], reach: float = 60, steps: int = 110) -> Seen:
    """March every pixel's ray to the first surface."""
    rays = camera.rays(shape)
    eye = np.array(camera.eye, np.float32)
    depth = march(scene, np.broadcast_to(eye, rays.shape), rays, reach, steps)
    points = eye + rays * np.minimum(depth, reach)[:, None]
    hit = depth < FAR
    normals = np.zeros_like(points)
    materials = np.full(len(depth), -1, np.int8)
    normals[hit] = normal(scene, points[hit])
    materials[hit] = scene(points[hit])[1]
    return Seen(depth, points, normals, materials)


def march(scene: Scene, origins: Array, rays: Array, reach: float, steps: int) -> Array:
    """How far each ray goes before it meets a surface; FAR when it meets none within `reach`."""
    depth = np.full(len(rays), 0.02, np.float32)
    done = np.full(len(rays), FAR, np.float32)
    active = np.arange(len(rays))
    for _ in range(steps):
        ahead = scene(origins[active] + rays[active] * depth[active, None])[0]
        depth[active] += ahead * 0.9
        near = ahead < 0.0012 * np.maximum(depth[active], 0.5)
        done[active[near]] = depth[active[near]]
        active = active[~near & (depth[active] < reach)]
        if not len(active):
            break
    return done


def normal(scene: Scene, points: Array) -> Array:
    """The outward direction of the surface at points on it."""
    corners = np.array([(1, -1, -1), (-1, -1, 1), (-1, 1, -1), (1, 1, 1)], np.float32)
    total = sum(corner * scene(points + corner * 0.0015)[0][:, None] for corner in corners)
    return _unit(np.asarray(total) + 1e-9).astype(np.float32)


def shadow(scene: Scene, seen: Seen, sun: tuple[float, float, float], soft: float = 10) -> Array:
    """How much of the sun each place gets, 0–1, with a soft edge; places that met nothing get all."""
    light = np.ones(len(seen.depth), np.float32)
    active = np.flatnonzero(seen.hit & (seen.normals @ _unit(np.array(sun)).astype(np.float32) > 0))
    towards = _unit(np.array(sun)).astype(np.float32)
    origins = seen.points + seen.normals * 0.01
    depth = np.full(len(light), 0.03, np.float32)
    for _ in range(38):
        ahead = scene(origins[active] + towards * depth[active, None])[0]
        light[active] = np.minimum(light[active], np.clip(soft * ahead / depth[active], 0, 1))
        depth[active] += np.clip(ahead, 0.02, 1.2)
        active = active[(light[active] > 0.01) & (depth[active] < 14)]
        if not len(active):
            break
    return light


def occlusion(scene: Scene, seen: Seen, size: float = 0.4) -> Array:
    """How open each place is to the sky, 0–1: corners and crevices are darker."""
    places, normals = seen.points[seen.hit], seen.normals[seen.hit]
    hidden = np.zeros(len(places), np.float32)
    for step in range(1, 6):
        reach = size * step / 5
        hidden += (reach - scene(places + normals * reach)[0]) * 0.55**step / size
    open_sky = np.ones(len(seen.depth), np.float32)
    open_sky[seen.hit] = np.clip(1 - 2.2 * hidden, 0, 1)
    return open_sky


def ball(points: Array, middle: tuple[float, float, float], radius: float) -> Array:
    """A sphere."""
    return np.linalg.norm(points - np.array(middle, np.float32), axis=1) - radius


def block(
    points: Array, middle: Array | tuple[float, float, float], half: tuple[float, float, float], round_: float = 0
) -> Array:
    """A box with rounded edges; `half` are half its sides."""
    beyond = np.abs(points - np.asarray(middle, np.float32)) - np.array(half, np.float32) + round_
    outside = np.linalg.norm(np.maximum(beyond, 0), axis=1)
    return outside + np.minimum(beyond.max(axis=1), 0) - round_


def disc(points: Array, middle: tuple[float, float, float], radius: float, half: float, round_: float = 0) -> Array:
    """An upright cylinder with rounded edges; `half` is half its height."""
    away = points - np.array(middle, np.float32)
    across = np.hypot(away[:, 0], away[:, 2]) - radius + round_
    along = np.abs(away[:, 1]) - half + round_
    return np.hypot(np.maximum(across, 0), np.maximum(along, 0)) + np.minimum(np.maximum(across, along), 0) - round_


def ring(
    points: Array, middle: tuple[float, float, float], radius: float, thick: float, *, upright: bool = False
) -> Array:
    """A ring lying flat, or standing in the x-y plane."""
    away = points - np.array(middle, np.float32)
    flat = np.hypot(away[:, 0], away[:, 1 if upright else 2]) - radius
    return np.hypot(flat, away[:, 2 if upright else 1]) - thick


def rod(points: Array, start: tuple[float, float, float], end: tuple[float, float, float], radius: float) -> Array:
    """A rod with round ends."""
    first, along = np.array(start, np.float32), np.subtract(end, start).astype(np.float32)
    away = points - first
    share = np.clip(away @ along / (along @ along), 0, 1)
    return np.linalg.norm(away - share[:, None] * along, axis=1) - radius


def turned(points: Array, middle: tuple[float, float], profile: list[tuple[float, float]]) -> Array:
    """A body turned on a wheel about a vertical axis: its radius at each height, roughly measured."""
    heights, radii = np.array([p[0] for p in profile]), np.array([p[1] for p in profile])
    across = np.hypot(points[:, 0] - middle[0], points[:, 2] - middle[1])
    fine = np.linspace(heights[0], heights[-1], 400)
    rounded = np.convolve(
        np.pad(np.interp(fine, heights, radii), 16, mode="edge"), np.hanning(33) / np.hanning(33).sum(), "valid"
    )
    radius = np.interp(points[:, 1], fine, rounded)
    beyond = np.maximum(heights[0] - points[:, 1], points[:, 1] - heights[-1])
    return np.maximum((across - radius) * 0.75, beyond).astype(np.float32)


def union(*parts: tuple[Array, int]) -> tuple[Array, NDArray[np.int8]]:
    """The nearest of several surfaces, each with its material."""
    distances = np.stack([part for part, _ in parts])
    nearest = distances.argmin(axis=0)
    return distances.min(axis=0), np.array([material for _, material in parts], np.int8)[nearest]
