import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '@/test/axe';
import { type BarRow, BarRows } from './bars';
import { ChartFigure } from './figure';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6);

const ROWS: BarRow[] = [
  { key: 'mail', label: 'Email', share: 0.9, span: { low: 0.8, high: 0.95 }, value: '90% of 40' },
  { key: 'few', label: LONG, share: 0.5, faint: true, value: '1 of 2, too few to tell' },
  { key: 'none', label: 'Phone', share: 0, value: 'None yet' },
];

function Chart() {
  const table = {
    columns: ['Channel', 'Share'],
    rows: [
      ['Email', '90%'],
      [LONG, '50%'],
    ],
  };
  return (
    <main>
      <h1>Charts</h1>
      <h2>Replies</h2>
      <ChartFigure finding="Email is answered most" note="How to read it." table={table}>
        <BarRows rows={ROWS} />
      </ChartFigure>
    </main>
  );
}

describe('A chart', () => {
  it('says in words all that its bars show', async () => {
    const { container } = render(<Chart />);
    const figure = screen.getByRole('figure', { name: 'Email is answered most' });
    expect(figure).toHaveTextContent('Email90% of 40');
    expect(figure).toHaveTextContent('Phone1 of 2'.replace('Phone', LONG));
    expect(figure).toHaveTextContent('How to read it.');
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('draws an outline alone where there are too few, and no bar of nothing', () => {
    const { container } = render(<BarRows rows={ROWS} />);
    const bars = [...container.querySelectorAll('svg')];
    expect(bars.map((bar) => bar.querySelectorAll('.fill-chart-1').length)).toEqual([1, 0, 0]);
    expect(bars.map((bar) => bar.querySelectorAll('.stroke-chart-1').length)).toEqual([0, 1, 0]);
    expect(bars.map((bar) => bar.querySelectorAll('path').length)).toEqual([1, 0, 0]);
  });

  it('turns into a table and back by keyboard', async () => {
    const user = userEvent.setup();
    const { container } = render(<Chart />);
    await user.tab();
    expect(screen.getByRole('button', { name: 'Show as table' })).toHaveFocus();
    await user.keyboard('{Enter}');
    const table = screen.getByRole('table', { name: 'Email is answered most' });
    expect(table).toHaveTextContent('Email90%');
    expect(await accessibilityFaults(container)).toEqual([]);
    await user.keyboard('{Enter}');
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});
