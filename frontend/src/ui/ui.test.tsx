import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ApiError, OfflineError } from '@/api/client';
import { accessibilityFaults } from '@/test/axe';
import { initials } from './avatar';
import { Button } from './button';
import { ChipChoice, ToggleChip } from './chip';
import { Confirm } from './confirm';
import { CopyLine } from './copyable';
import { Checkbox, Field, FormAlert, Input, Select, Textarea } from './field';
import { ProgressBar } from './progress';
import { Failure } from './states';
import { ToastProvider } from './toast';
import { TrustMeter } from './trust-meter';
import { pieSlice, WarmthBar, WarmthDot } from './warmth';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(6);

function Form() {
  const [size, setSize] = useState<'small' | 'large' | null>(null);
  const [on, setOn] = useState(false);
  return (
    <form>
      <Field label="Name" hint="As on a card" error="Too short.">
        {(control) => <Input {...control} />}
      </Field>
      <Field label={LONG}>{(control) => <Textarea {...control} />}</Field>
      <Field label="Country">
        {(control) => (
          <Select {...control}>
            <option>Peru</option>
          </Select>
        )}
      </Field>
      <Checkbox label="Remember" />
      <ChipChoice
        legend="Size"
        name="size"
        options={['small', 'large']}
        label={(option) => option}
        value={size}
        onChange={setSize}
      />
      <ToggleChip pressed={on} onChange={setOn}>
        Loud
      </ToggleChip>
      <FormAlert>That did not save.</FormAlert>
      <Button busy>Saving</Button>
      <TrustMeter stage="ally" />
      <WarmthDot warmth={0.4} />
      <WarmthBar warmth={0.4} />
      <ProgressBar label="Coming in" done={3} total={12} detail="3 of 12" />
      <ProgressBar label="Being looked at" done={3} total={null} />
    </form>
  );
}

describe('A field', () => {
  it('says once what its hint and its error say alike', () => {
    render(
      <Field label="Password" hint="At least 10." error="At least 10.">
        {(control) => <Input {...control} />}
      </Field>,
    );
    expect(screen.getAllByText('At least 10.')).toHaveLength(1);
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('At least 10.');
  });
});

describe('What is to be copied', () => {
  it('has no button where the browser has no clipboard, as over plain http', () => {
    vi.stubGlobal('navigator', {});
    render(<CopyLine label="Secret" text="abc" />, { wrapper: ToastProvider });
    expect(screen.getByText('abc')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    vi.unstubAllGlobals();
  });
});

describe('the kit', () => {
  it('has no accessibility fault', async () => {
    const { container } = render(<Form />);
    expect(await accessibilityFaults(container)).toEqual([]);
  });

  it('ties hints and errors to their field', () => {
    render(<Form />);
    const name = screen.getByRole('textbox', { name: 'Name' });
    expect(name).toBeInvalid();
    expect(name).toHaveAccessibleDescription('As on a card Too short.');
  });

  it('chooses and toggles chips by keyboard', async () => {
    const user = userEvent.setup();
    render(<Form />);
    screen.getByRole('radio', { name: 'small' }).focus();
    await user.keyboard(' ');
    expect(screen.getByRole('radio', { name: 'small' })).toBeChecked();
    screen.getByRole('button', { name: 'Loud' }).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Loud' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('takes no second press while busy, and submits nothing by itself', () => {
    render(<Form />);
    expect(screen.getByRole('button', { name: 'Saving' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Saving' })).toHaveAttribute('type', 'button');
  });

  it('says how far a long work is, or that nobody knows', () => {
    render(<Form />);
    expect(screen.getByRole('progressbar', { name: 'Coming in' })).toHaveAttribute('aria-valuenow', '25');
    expect(screen.getByRole('progressbar', { name: 'Being looked at' })).not.toHaveAttribute('aria-valuenow');
  });
});

describe('Confirm', () => {
  it('names the deed, takes the focus and closes with Escape', async () => {
    const user = userEvent.setup();
    const onConfirm = vi.fn();
    const onClose = vi.fn();
    render(
      <Confirm open title="Delete the account?" action="Delete everything" onConfirm={onConfirm} onClose={onClose}>
        This cannot be undone.
      </Confirm>,
    );
    await user.click(await screen.findByRole('button', { name: 'Delete everything' }));
    expect(onConfirm).toHaveBeenCalledOnce();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('Failure', () => {
  const refusal = (status: number) =>
    new ApiError(status, { type: '', title: '', status, detail: 'The database rests.', errors: [], request_id: '' });

  it('tells what is gone from what did not load and from being offline', () => {
    const { rerender } = render(<Failure error={refusal(404)} retry={vi.fn()} />);
    expect(screen.getByText('This is not here any more')).toBeInTheDocument();
    rerender(<Failure error={refusal(503)} retry={vi.fn()} />);
    expect(screen.getByText('The database rests.')).toBeInTheDocument();
    rerender(<Failure error={new OfflineError('no route')} retry={vi.fn()} />);
    expect(screen.getByText('You are offline')).toBeInTheDocument();
  });
});

describe('pictures', () => {
  it.each([
    ['Sam Okafor', 'SO'],
    ['Ana María de la Cruz', 'AC'],
    ['Prince', 'P'],
    ['  ', ''],
  ])('initials of "%s"', (name, letters) => expect(initials(name)).toBe(letters));

  it('fills a dot as the tie is warm', () => {
    expect(pieSlice(0)).toBe('');
    expect(pieSlice(0.25)).toContain('0 0 1 12.50 8.00');
    expect(pieSlice(0.75)).toContain('0 1 1 3.50 8.00');
    expect(pieSlice(1)).toMatch(/^M8 3.5a/);
  });
});
