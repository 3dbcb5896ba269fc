import type { Direction } from '@/api/types';
import { DIRECTION_LABEL } from '@/lib/words';
import { ChipChoice } from '@/ui/chip';

const DIRECTIONS = ['outbound', 'inbound', 'mutual'] as const;

interface Props {
  value: Direction;
  onChange: (direction: Direction) => void;
}

export const DirectionChoice = ({ value, onChange }: Props) => (
  <ChipChoice
    legend="Who reached out"
    name="direction"
    options={DIRECTIONS}
    label={(direction) => DIRECTION_LABEL[direction]}
    value={value}
    onChange={onChange}
  />
);
