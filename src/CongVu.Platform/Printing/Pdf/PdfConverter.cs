using System.Collections.Concurrent;

namespace CongVu.Platform.Printing.Pdf;

/// <summary>
/// Converts our own Office files to tagged PDF/A-2 with LibreOffice. One instance serves the process: it keeps a few
/// LibreOffice profiles warm and never runs more conversions than <see cref="PdfConverterOptions.MaxParallel"/>.
/// Meant to run inside a job, not inside a request.
/// </summary>
public sealed class PdfConverter(PdfConverterOptions options, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _places = new(options.MaxParallel);
    private readonly ConcurrentQueue<PdfWorker> _idle = new();
    private readonly Lock _gate = new();
    private string? _folder;
    private int _made;

    /// <summary>Whether conversions can work now; screens use it to offer the PDF or say what to install.</summary>
    public bool IsAvailable => LibreOffice.Find(options.SofficePath) is not null;

    /// <summary>What to install where <see cref="IsAvailable"/> is false.</summary>
    public static string MissingMessage => LibreOffice.MissingMessage;

    /// <summary>
    /// Reads <paramref name="source"/> to its end and, only when the conversion succeeded, writes the PDF to <paramref name="target"/>.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller gave up; nothing keeps running.</exception>
    public async Task<PdfOutcome> ConvertAsync(Stream source, OfficeFormat format, Stream target, CancellationToken ct)
    {
        if (LibreOffice.Find(options.SofficePath) is not { } soffice)
        {
            return new PdfOutcome.LibreOfficeMissing(LibreOffice.MissingMessage);
        }

        await _places.WaitAsync(ct);
        try
        {
            var worker = _idle.TryDequeue(out var idle) ? idle : NewWorker();
            try
            {
                return await ConvertAsync(worker, soffice, source, format, target, ct);
            }
            finally
            {
                worker.Clear();
                _idle.Enqueue(worker);
            }
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Deletes the profiles.</summary>
    public void Dispose()
    {
        _places.Dispose();
        if (_folder is { } folder)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // A file still held by a dying soffice; the folder is ours alone and temporary.
            }
        }
    }

    private async Task<PdfOutcome> ConvertAsync(PdfWorker worker, string soffice, Stream source, OfficeFormat format, Stream target, CancellationToken ct)
    {
        await worker.TakeInAsync(source, format, ct);
        var started = clock.GetTimestamp();
        using var limit = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        (int ExitCode, string Said) run;
        try
        {
            run = await worker.RunAsync(soffice, format, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            return new PdfOutcome.TimedOut(
                $"Chưa tạo được bản PDF: việc chuyển đổi quá {options.Timeout.TotalSeconds:0} giây nên đã dừng. Bản DOCX vẫn dùng được; hãy thử tạo lại, hoặc chia nhỏ phụ lục nếu danh sách quá dài.");
        }

        if (!worker.HasPdf)
        {
            return new PdfOutcome.Failed(
                "Chưa tạo được bản PDF: LibreOffice không chuyển được tệp này. Bản DOCX vẫn dùng được. Người quản trị kiểm tra gói libreoffice-writer-nogui, libreoffice-calc-nogui đã cài đủ và xem nhật ký.",
                $"exit {run.ExitCode}: {run.Said}");
        }

        await using var pdf = worker.OpenPdf();
        await pdf.CopyToAsync(target, ct);
        return new PdfOutcome.Converted(pdf.Length, clock.GetElapsedTime(started), await DocumentFonts.WarningAsync(ct));
    }

    private PdfWorker NewWorker()
    {
        lock (_gate)
        {
            // Documents carry personal data: the folder belongs to this account alone.
            _folder ??= options.WorkFolder is { } given
                ? Private(Path.Combine(given, $"pdf-{Environment.ProcessId}"))
                : Directory.CreateTempSubdirectory("congvu-pdf-").FullName;
            _made++;
            return new PdfWorker(Private(Path.Combine(_folder, $"worker-{_made}")));
        }
    }

    private static string Private(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder).FullName
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
}
