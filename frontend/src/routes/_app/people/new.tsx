import { createFileRoute } from '@tanstack/react-router';
import { AddContactScreen } from '@/features/contacts';

export const Route = createFileRoute('/_app/people/new')({ component: AddContactScreen });
