"""Draws the rates of a run as horizontal bars on a scale of powers of ten: plot.py RATES.csv >PLOT.svg

A line of RATES.csv is a row's title, then one rate for each round. The bar ends at the median; the line through its end
reaches from the lowest to the highest. Plain SVG, so that nothing needs to be installed.
"""

import csv, math, statistics, sys
from html import escape

LEFT, WIDTH, RIGHT, LINE, TOP, FIRST = 330, 520, 90, 24, 36, 10
COLOURS = {"Daybook": "#2f6f8f", "other": "#b9b3a6"}


def bar(place, title, rates, scale):
    middle, low, high = statistics.median(rates), min(rates), max(rates)
    y, end = TOP + place * LINE, scale(middle)
    colour = COLOURS["Daybook" if title.endswith((", SQLite", ", PostgreSQL")) else "other"]
    half = y + LINE / 2 - 2
    yield f'<text x="{LEFT - 8}" y="{half + 4}" text-anchor="end">{escape(title)}</text>'
    yield f'<rect x="{LEFT}" y="{y + 2}" width="{end - LEFT:.1f}" height="{LINE - 8}" fill="{colour}"/>'
    yield f'<path d="M{scale(low):.1f} {half}H{scale(high):.1f}" stroke="#222" stroke-width="2"/>'
    yield f'<text x="{max(end, scale(high)) + 6:.1f}" y="{half + 4}">{middle:,.0f}/s</text>'


def main():
    with open(sys.argv[1], newline="") as file:
        rows = [(line[0], [float(rate) for rate in line[1:]]) for line in csv.reader(file)]
    powers = math.ceil(math.log10(max(max(rates) for _, rates in rows) / FIRST))

    def scale(rate):
        return LEFT + WIDTH * math.log10(max(rate, FIRST) / FIRST) / powers

    height = TOP + LINE * len(rows) + 12
    width = LEFT + WIDTH + RIGHT
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
          f'height="{height}" font-family="sans-serif" font-size="13">')
    print(f'<rect width="{width}" height="{height}" fill="#fff"/>')
    for power in range(powers + 1):
        x, rate = scale(FIRST * 10**power), FIRST * 10**power
        print(f'<path d="M{x:.1f} {TOP - 8}V{height - 10}" stroke="#ddd"/>')
        print(f'<text x="{x:.1f}" y="{TOP - 14}" text-anchor="middle" fill="#666">{rate:,}</text>')
    for place, (title, rates) in enumerate(rows):
        print("\n".join(bar(place, title, rates, scale)))
    print("</svg>")


main()
