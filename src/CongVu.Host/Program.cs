using CongVu.Host;
using CongVu.Platform.Data.Embedded;

try
{
    await using var host = await CongVuHost.StartAsync(args);
    await host.App.WaitForShutdownAsync();
    return 0;
}
catch (EmbeddedPostgresException noDatabase)
{
    // The message says what to do; a stack trace would only bury it.
    Console.Error.WriteLine(noDatabase.Message);
    return 1;
}
