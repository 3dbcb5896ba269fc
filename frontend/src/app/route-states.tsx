import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Signpost } from 'lucide-react';
import { buttonClass } from '@/ui/button';
import { Page } from '@/ui/page';
import { Empty, Failure } from '@/ui/states';

/** What a route shows when its data did not come. */
export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  const retry = () => {
    resetQueries();
    reset();
    void router.invalidate();
  };
  return (
    <Page title="Not available">
      <Failure error={error} retry={retry} />
    </Page>
  );
}

export function RouteMissing() {
  return (
    <Page title="Nothing here">
      <Empty
        icon={Signpost}
        title="This page does not exist"
        action={
          <Link to="/" className={buttonClass('primary')}>
            Go to Today
          </Link>
        }
      />
    </Page>
  );
}
