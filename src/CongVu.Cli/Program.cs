using System.Globalization;
using CongVu.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = new CultureInfo("vi-VN");
Console.OutputEncoding = System.Text.Encoding.UTF8;
return await Commands.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
