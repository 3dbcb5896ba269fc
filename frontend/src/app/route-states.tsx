import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { Signpost } from 'lucide-react';
import { isMissing } from '@/api/client';
import { Button, buttonClass } from '@/ui/button';
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
  if (isMissing(error)) {
    return (
      <Page title="Not here any more">
        <Empty
          icon={Signpost}
          title="It was removed, or never was yours"
          action={<WaysOn back={router.history.back} />}
        />
      </Page>
    );
  }
  return (
    <Page title="Not available">
      <Failure error={error} retry={retry} />
    </Page>
  );
}

export function RouteMissing() {
  return (
    <Page title="Nothing here">
      <Empty icon={Signpost} title="This page does not exist" action={<WaysOn back={null} />} />
    </Page>
  );
}

function WaysOn({ back }: { back: (() => void) | null }) {
  return (
    <>
      <Link to="/" className={buttonClass('primary')}>
        Go to Today
      </Link>
      {back && <Button onClick={back}>Go back</Button>}
    </>
  );
}
