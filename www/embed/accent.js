// The host's colour before the engine is there, moved towards black or white until text in it can be read: the same as
// src/host/accent.rs, whose engine brings no such script along.
const LEGIBLE = 5;
const SURFACES = [["light", [0xf7, 0xf2, 0xea], 0], ["dark", [0x28, 0x24, 0x1f], 255]];

const curve = (channel) => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
const luminance = ([red, green, blue]) => 0.2126 * curve(red) + 0.7152 * curve(green) + 0.0722 * curve(blue) + 0.05;
const contrast = (one, other) => Math.max(one / other, other / one);
const legible = (colour, surface, pole) => {
  let mixed = colour;
  for (let share = 0; contrast(luminance(mixed), luminance(surface)) < LEGIBLE; ) {
    share++;
    mixed = colour.map((channel) => Math.trunc((channel * (100 - share) + pole * share) / 100));
  }
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
};

/** The name of a surface and the colour on it, twice; nothing where `#rgb` or `#rrggbb` is not what is given. */
export function accent(colour) {
  const [, digits] = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour) ?? [];
  if (!digits) return [];
  const channels = digits.match(digits.length > 3 ? /../g : /./g).map((part) => parseInt(part.padStart(2, part), 16));
  return SURFACES.map(([name, surface, pole]) => [name, legible(channels, surface, pole)]);
}
