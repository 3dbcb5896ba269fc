import { createFileRoute } from '@tanstack/react-router';
import { ImportScreen } from '@/features/imports';

export const Route = createFileRoute('/_app/import/')({ component: ImportScreen });
