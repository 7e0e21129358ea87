using CongVu.Platform.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CongVu.Examinations.Pages.Room;

/// <summary>The application on a candidate's machine. The page holds nothing of anyone; the token in the machine's own store opens the paper.</summary>
[OpenToAll]
internal sealed class MachineModel : PageModel;
