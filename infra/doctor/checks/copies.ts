import { BackupClient, DescribeRegionSettingsCommand } from '@aws-sdk/client-backup';
import { wrong, type Finding } from '../finding';
import type { Patient } from '../patient';

/** AWS Backup has to be allowed, once per region, to copy DynamoDB in its own way. */
export async function checkCopies({ stage: { region, backups, backupRegion } }: Patient): Promise<Finding[]> {
  if (!backups) return [];
  const regions = [region, ...(backupRegion === null ? [] : [backupRegion])];
  const found = await Promise.all(
    regions.map(async (one) => {
      const settings = await new BackupClient({ region: one }).send(new DescribeRegionSettingsCommand({}));
      const isAllowed = [settings.ResourceTypeOptInPreference, settings.ResourceTypeManagementPreference].every(
        (preference) => preference?.['DynamoDB'] === true,
      );
      if (isAllowed) return [];
      return [
        wrong(
          `AWS Backup may not copy DynamoDB in its own way in ${one}.`,
          'No copy is made, or none under the key that is named and with an end of its own.',
          `aws backup update-region-settings --region ${one} --resource-type-opt-in-preference DynamoDB=true ` +
            '--resource-type-management-preference DynamoDB=true',
        ),
      ];
    }),
  );
  return found.flat();
}
