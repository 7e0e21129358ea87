using System.Diagnostics;
using System.Text;

namespace CongVu.Platform.Printing.Pdf;

/// <summary>One place to convert in, with a LibreOffice profile of its own: two runs on one profile clash.</summary>
internal sealed class PdfWorker
{
    private const int KeptOutput = 4000;

    private const string PdfA2Tagged = """{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}""";

    // No macros, no links to elsewhere: the profile is for printing only.
    private const string ProfileSettings = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
        </oor:items>
        """;

    private readonly string _folder;
    private string _input = "";

    public PdfWorker(string folder)
    {
        _folder = folder;
        var user = Directory.CreateDirectory(Path.Combine(folder, "profile", "user"));
        File.WriteAllText(Path.Combine(user.FullName, "registrymodifications.xcu"), ProfileSettings);
        Directory.CreateDirectory(Path.Combine(folder, "out"));
    }

    public bool HasPdf
    {
        get
        {
            if (!File.Exists(PdfPath))
            {
                return false;
            }

            using var pdf = OpenPdf();
            Span<byte> head = stackalloc byte[5];
            return pdf.ReadAtLeast(head, 5, throwOnEndOfStream: false) == 5 && head.SequenceEqual("%PDF-"u8);
        }
    }

    private string PdfPath => Path.Combine(_folder, "out", "document.pdf");

    public async Task TakeInAsync(Stream source, OfficeFormat format, CancellationToken ct)
    {
        _input = Path.Combine(_folder, format == OfficeFormat.Docx ? "document.docx" : "document.xlsx");
        await using var file = File.Create(_input);
        await source.CopyToAsync(file, ct);
    }

    public FileStream OpenPdf() => new(PdfPath, FileMode.Open, FileAccess.Read, FileShare.Read, 81920, useAsync: true);

    public async Task<(int ExitCode, string Said)> RunAsync(string soffice, OfficeFormat format, CancellationToken ct)
    {
        using var process = new Process { StartInfo = Start(soffice, format) };
        var said = new StringBuilder();
        process.OutputDataReceived += (_, line) => Keep(said, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(said, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // soffice is a script that starts oosplash that starts soffice.bin: all three must go.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        lock (said)
        {
            return (process.ExitCode, said.ToString().Trim());
        }
    }

    /// <summary>Removes the document; only the profile stays.</summary>
    public void Clear()
    {
        File.Delete(PdfPath);
        if (_input.Length > 0)
        {
            File.Delete(_input);
        }
    }

    private ProcessStartInfo Start(string soffice, OfficeFormat format)
    {
        var filter = format == OfficeFormat.Docx ? "writer_pdf_Export" : "calc_pdf_Export";
        var start = new ProcessStartInfo(soffice)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = _folder,
        };
        foreach (var argument in new[]
        {
            $"-env:UserInstallation={new Uri(Path.Combine(_folder, "profile")).AbsoluteUri}",
            "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "--convert-to",
            $"pdf:{filter}:{PdfA2Tagged}",
            "--outdir", Path.Combine(_folder, "out"), _input,
        })
        {
            start.ArgumentList.Add(argument);
        }

        // Nothing of our environment (connection strings) is LibreOffice's business.
        var path = Environment.GetEnvironmentVariable("PATH");
        if (!OperatingSystem.IsWindows())
        {
            start.Environment.Clear();
            start.Environment["PATH"] = path is { Length: > 0 } ? path : "/usr/local/bin:/usr/bin:/bin";
            start.Environment["HOME"] = _folder;
            start.Environment["TMPDIR"] = _folder;
            start.Environment["LANG"] = "C.UTF-8";
            start.Environment["SAL_USE_VCLPLUGIN"] = "svp";
        }

        return start;
    }

    private static void Keep(StringBuilder said, string? line)
    {
        lock (said)
        {
            if (line is not null && said.Length < KeptOutput)
            {
                said.AppendLine(line);
            }
        }
    }
}
