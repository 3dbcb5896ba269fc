import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { row } from '@/test/data/people';
import { renderPart } from '@/test/render-app';
import { type Begun, PersonFinder, type PickerProps } from './ui/person-finder';

function show(begun: Begun) {
  const chosen: string[] = [];
  const control = { id: 'who', 'aria-describedby': undefined, 'aria-invalid': undefined };
  const onChange: PickerProps['onChange'] = (person) => chosen.push(person?.id ?? 'nobody');
  renderPart(<PersonFinder {...control} placeholder="" value={null} begun={begun} onChange={onChange} />);
  return chosen;
}

it('goes on from what was typed before it came, with the caret at the end', async () => {
  const chosen = show({ text: 'sa', inUse: true });
  const field = screen.getByRole<HTMLInputElement>('combobox');
  expect(field).toHaveFocus();
  expect(field.selectionStart).toBe(2);
  await userEvent.keyboard('m');
  expect(field).toHaveValue('sam');
  await userEvent.click(await screen.findByRole('option', { name: new RegExp(row().full_name) }));
  expect(chosen).toEqual(['sam']);
});

it('takes no focus where nobody began', () => {
  show({ text: null, inUse: false });
  expect(screen.getByRole('combobox')).not.toHaveFocus();
  expect(screen.queryByRole('option')).toBeNull();
});
